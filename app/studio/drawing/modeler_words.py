"""The words of bpmn-js itself, as it asks for them: palette, pad, menus, search."""

from flask_babel import gettext


def _(text: str) -> str:
    return text  # translated when it is known who reads


# Keep in step with the version of bpmn-js: a text it asks for and that is not here stays English.
MODELER_WORDS = (
    _("Activate create/remove space tool"), _("Activate global connect tool"), _("Activate hand tool"),
    _("Activate lasso tool"), _("Add lane above"), _("Add lane below"), _("Add text annotation"), _("Align elements"),
    _("Align elements left"), _("Align elements center"), _("Align elements right"), _("Align elements top"),
    _("Align elements middle"), _("Align elements bottom"), _("Append compensation activity"),
    _("Append conditional intermediate catch event"), _("Append end event"), _("Append gateway"),
    _("Append intermediate/boundary event"), _("Append message intermediate catch event"), _("Append receive task"),
    _("Append signal intermediate catch event"), _("Append task"), _("Append timer intermediate catch event"),
    _("Change element"), _("Collection"), _("Connect to other element"), _("Connect using association"),
    _("Connect using data input association"), _("Create data object reference"), _("Create data store reference"),
    _("Create end event"), _("Create expanded sub-process"), _("Create gateway"), _("Create group"),
    _("Create intermediate/boundary event"), _("Create pool/participant"), _("Create start event"), _("Create task"),
    _("Delete"), _("Distribute elements horizontally"), _("Distribute elements vertically"),
    _("Divide into three lanes"), _("Divide into two lanes"), _("Loop"), _("Open {element}"),
    _("Parallel multi-instance"), _("Participant multiplicity"), _("Search in diagram"),
    _("Sequential multi-instance"), _("Toggle non-interrupting"),
    _("flow elements must be children of pools/participants"),
    _("Data object must be placed within a pool/participant."), _("Empty pool/participant (removes content)"),
    _("Ad-hoc sub-process (collapsed)"), _("Ad-hoc sub-process (expanded)"), _("Ad-hoc sub-process"),
    _("Boundary event"), _("Business rule task"), _("Call activity"), _("Cancel boundary event"),
    _("Cancel end event"), _("Compensation boundary event"), _("Compensation end event"),
    _("Compensation intermediate throw event"), _("Compensation start event"), _("Complex gateway"),
    _("Conditional boundary event (non-interrupting)"), _("Conditional boundary event"), _("Conditional flow"),
    _("Conditional intermediate catch event"), _("Conditional start event (non-interrupting)"),
    _("Conditional start event"), _("Data object reference"), _("Data store reference"), _("Default flow"),
    _("Empty pool/participant"), _("End event"), _("Error boundary event"), _("Error end event"),
    _("Error start event"), _("Escalation boundary event (non-interrupting)"), _("Escalation boundary event"),
    _("Escalation end event"), _("Escalation intermediate throw event"),
    _("Escalation start event (non-interrupting)"), _("Escalation start event"), _("Event sub-process"),
    _("Event-based gateway"), _("Exclusive gateway"), _("Expanded pool/participant"), _("Inclusive gateway"),
    _("Intermediate throw event"), _("Link intermediate catch event"), _("Link intermediate throw event"),
    _("Manual task"), _("Message boundary event (non-interrupting)"), _("Message boundary event"),
    _("Message end event"), _("Message intermediate catch event"), _("Message intermediate throw event"),
    _("Message start event (non-interrupting)"), _("Message start event"), _("Parallel gateway"), _("Receive task"),
    _("Script task"), _("Send task"), _("Sequence flow"), _("Service task"),
    _("Signal boundary event (non-interrupting)"), _("Signal boundary event"), _("Signal end event"),
    _("Signal intermediate catch event"), _("Signal intermediate throw event"),
    _("Signal start event (non-interrupting)"), _("Signal start event"), _("Start event"),
    _("Sub-process (collapsed)"), _("Sub-process (expanded)"), _("Sub-process"), _("Task"), _("Terminate end event"),
    _("Timer boundary event (non-interrupting)"), _("Timer boundary event"), _("Timer intermediate catch event"),
    _("Timer start event (non-interrupting)"), _("Timer start event"), _("Transaction"), _("User task"),
)


def translations() -> dict[str, str]:
    """English text -> the reader's."""
    return {text: gettext(text) for text in MODELER_WORDS}
