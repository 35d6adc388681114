"""Five dialects, one vocabulary."""

import pytest

from app.engine import Mapping, read_bundle

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:flowable="http://flowable.org/bpmn" '
    'xmlns:activiti="http://activiti.org/bpmn" xmlns:spiffworkflow="http://spiffworkflow.org/bpmn/schema/1.0/core">'
)


def facts(element: str):
    body = f'<process id="p" isExecutable="true">{element}</process></definitions>'
    return read_bundle({"m.bpmn": (HEAD + body).encode()}, trusted=True).facts["it"]


def extended(kind: str, inside: str, attributes: str = "", rest: str = "") -> str:
    return f'<{kind} id="it" {attributes}><extensionElements>{inside}</extensionElements>{rest}</{kind}>'


def test_zeebe_people_form_and_dates():
    said = facts(
        extended(
            "userTask",
            '<zeebe:formDefinition formId="leave"/><zeebe:taskSchedule dueDate="=end" followUpDate="P1D"/>'
            '<zeebe:assignmentDefinition assignee="=manager(requester)" candidateGroups="hr, legal" '
            'candidateUsers="=who"/>'
            '<zeebe:priorityDefinition priority="70"/>'
            '<zeebe:properties><zeebe:property name="outcomes" value="approved,rejected"/></zeebe:properties>',
        )
    )
    assert (said.form, said.assignee, said.groups) == ("leave", "=manager(requester)", ("hr", "legal"))
    assert (said.users, said.due, said.follow_up, said.priority) == (("=who",), "=end", "P1D", "70")
    assert said.properties == {"outcomes": "approved,rejected"}


def test_zeebe_work_mappings_and_headers():
    said = facts(
        extended(
            "serviceTask",
            '<zeebe:taskDefinition type="mail"/>'
            '<zeebe:taskHeaders><zeebe:header key="to" value="x"/></zeebe:taskHeaders>'
            '<zeebe:ioMapping><zeebe:input source="=a" target="b"/>'
            '<zeebe:output source="=c" target="d"/></zeebe:ioMapping>',
        )
    )
    assert (said.topic, said.headers) == ("mail", {"to": "x"})
    assert (said.inputs, said.outputs) == ((Mapping("=a", "b"),), (Mapping("=c", "d"),))


def test_zeebe_calls_and_repetition():
    loop = (
        "<multiInstanceLoopCharacteristics><extensionElements>"
        '<zeebe:loopCharacteristics inputCollection="=people" inputElement="person" outputCollection="all" '
        'outputElement="=vote"/></extensionElements></multiInstanceLoopCharacteristics>'
    )
    said = facts(
        extended(
            "callActivity", '<zeebe:calledElement processId="CA_APPROVE" propagateAllChildVariables="false"/>', "", loop
        )
    )
    assert (said.called, said.propagate_all) == ("CA_APPROVE", False)
    assert (said.collection, said.element_variable) == ("=people", "person")
    assert (said.output_collection, said.output_element) == ("all", "=vote")


def test_zeebe_scripts_and_decisions():
    said = facts(extended("scriptTask", '<zeebe:script expression="=1 + 1" resultVariable="two"/>'))
    assert (said.script, said.script_language, said.result_variable) == ("=1 + 1", "feel", "two")
    said = facts(extended("businessRuleTask", '<zeebe:calledDecision decisionId="rate" resultVariable="rating"/>'))
    assert (said.decision, said.result_variable) == ("rate", "rating")


@pytest.mark.parametrize("prefix", ["camunda", "flowable", "activiti"])
def test_the_camunda_7_family_of_user_tasks(prefix):
    said = facts(
        f'<userTask id="it" {prefix}:assignee="${{boss}}" {prefix}:candidateUsers="a, ${{f(b, c)}}" '
        f'{prefix}:candidateGroups="g" {prefix}:formKey="k" {prefix}:dueDate="P1D" {prefix}:priority="5"/>'
    )
    assert (said.assignee, said.users, said.groups) == ("${boss}", ("a", "${f(b, c)}"), ("g",))
    assert (said.form, said.due, said.priority) == ("k", "P1D", "5")


@pytest.mark.parametrize("prefix", ["camunda", "flowable", "activiti"])
def test_java_becomes_the_name_of_an_outside_call(prefix):
    assert facts(f'<serviceTask id="it" {prefix}:class="org.acme.Ship"/>').topic == "org.acme.Ship"
    assert facts(f'<serviceTask id="it" {prefix}:delegateExpression="${{ship}}"/>').topic == "${ship}"


def test_camunda_7_external_tasks_inputs_and_calls():
    said = facts(
        extended(
            "serviceTask",
            '<camunda:inputOutput><camunda:inputParameter name="a">${b.c}</camunda:inputParameter>'
            '<camunda:inputParameter name="l"><camunda:list><camunda:value>x</camunda:value>'
            "<camunda:value>${y.z}</camunda:value></camunda:list></camunda:inputParameter>"
            '<camunda:outputParameter name="d">${e}</camunda:outputParameter></camunda:inputOutput>',
            'camunda:type="external" camunda:topic="ship"',
        )
    )
    assert said.topic == "ship"
    assert said.inputs == (Mapping("${b.c}", "a"), Mapping('=["x", y.z]', "l"))
    assert said.outputs == (Mapping("${e}", "d"),)
    said = facts(
        extended(
            "callActivity",
            '<camunda:in source="a" target="b"/><camunda:in variables="all"/>'
            '<camunda:out sourceExpression="${c}" target="d"/>',
            'calledElement="sub" camunda:calledElementVersion="3"',
        )
    )
    assert (said.called, said.binding, said.propagate_all) == ("sub", "3", True)
    assert (said.inputs, said.outputs) == ((Mapping("${a}", "b"),), (Mapping("${c}", "d"),))


def test_camunda_7_collections():
    loop = '<multiInstanceLoopCharacteristics camunda:collection="people" camunda:elementVariable="person"/>'
    said = facts(f'<userTask id="it">{loop}</userTask>')
    assert (said.collection, said.element_variable) == ("people", "person")


def test_spiff_properties_scripts_and_operators():
    said = facts(
        extended(
            "userTask",
            '<spiffworkflow:properties><spiffworkflow:property name="formJsonSchemaFilename" value="f.json"/>'
            "</spiffworkflow:properties><spiffworkflow:preScript>a = 1</spiffworkflow:preScript>",
        )
    )
    assert (said.form, said.properties["pre_script"]) == ("f.json", "a = 1")
    said = facts(extended("serviceTask", '<spiffworkflow:serviceTaskOperator id="http/Get" resultVariable="page"/>'))
    assert (said.topic, said.result_variable) == ("http/Get", "page")


def test_plain_performers_and_scripts():
    owner = (
        "<potentialOwner><resourceAssignmentExpression><formalExpression>user(sara), group(hr), legal"
        "</formalExpression></resourceAssignmentExpression></potentialOwner>"
    )
    said = facts(f'<userTask id="it">{owner}</userTask>')
    assert (said.users, said.groups) == (("sara",), ("hr", "legal"))
    said = facts('<scriptTask id="it" scriptFormat="python"><script>a = 1</script></scriptTask>')
    assert (said.script, said.script_language) == ("a = 1", "python")


def test_a_field_list_becomes_a_form():
    fields = (
        '<camunda:formData><camunda:formField id="amount" label="Amount" type="long"><camunda:validation>'
        '<camunda:constraint name="required"/></camunda:validation></camunda:formField>'
        '<camunda:formField id="kind" type="enum"><camunda:value id="a" name="A"/></camunda:formField>'
        "</camunda:formData>"
    )
    body = f'<process id="p" isExecutable="true">{extended("userTask", fields)}</process></definitions>'
    bundle = read_bundle({"m.bpmn": (HEAD + body).encode()}, trusted=True)
    amount, kind = bundle.forms["it"]["components"]
    assert bundle.facts["it"].form == "it"
    assert (amount["type"], amount["label"], amount["validate"]) == ("number", "Amount", {"required": True})
    assert (kind["type"], kind["values"]) == ("select", [{"value": "a", "label": "A"}])


@pytest.mark.parametrize("key, used", [("embedded:app:forms/ask.html", True), ("app:ask.jsf", True), ("ask", False)])
def test_a_field_list_stands_for_the_page_of_another_engine(key, used):
    fields = '<camunda:formData><camunda:formField id="amount" type="long"/></camunda:formData>'
    element = extended("userTask", fields, f'camunda:formKey="{key}"')
    text = HEAD + f'<process id="p">{element}</process></definitions>'
    bundle = read_bundle({"m.bpmn": text.encode()}, trusted=True)
    assert (bundle.facts["it"].form, "it" in bundle.forms) == ("it" if used else key, used)


@pytest.mark.parametrize("prefix", ["camunda", "flowable", "activiti"])
def test_who_began_is_the_requester(prefix):
    start = f'<startEvent id="start" {prefix}:initiator="starter"/>'
    ask = f'<userTask id="it" {prefix}:assignee="${{starter}}" {prefix}:candidateUsers="sara, #{{ starter }}"/>'
    said = facts(start + ask)
    assert (said.assignee, said.users) == ("=requester", ("sara", "=requester"))
