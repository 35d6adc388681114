"""What the inputs and outputs of the shared fragments are called, by the keys the panel asks for."""

from flask_babel import lazy_gettext as _

FRAGMENT = {
    "input.who": _("Who is asked"), "input.audience": _("Who is told"), "input.to": _("Who is asked"),
    "input.team": _("The group that does it"), "input.rule": _("How many must agree"),
    "rule.any": _("One is enough"), "rule.all": _("All of them"), "rule.majority": _("Most of them"),
    "input.deadline": _("Time to decide"), "input.on_silence": _("If nobody answers"),
    "on_silence.escalate": _("Ask the next manager above"), "on_silence.approve": _("It counts as approved"),
    "on_silence.reject": _("It counts as refused"), "on_silence.expire": _("The request expires"),
    "input.subject": _("One line about the request"), "input.question": _("What is asked"),
    "input.amount": _("Money at stake"), "input.checklist": _("What has to be ticked"),
    "input.due": _("Time to do it"), "input.calendar": _("Which time counts"), "calendar.working": _("Working time"),
    "calendar.always": _("Around the clock"), "input.unclaimed_after": _("The lead is told after"),
    "input.days": _("Working days to wait"), "input.result": _("What was delivered"),
    "input.sample": _("Percent of requests asked"), "input.scale": _("Highest score"),
    "input.low": _("Highest score that is followed up"), "input.event": _("Name of the event"),
    "input.text": _("What is told"), "input.beneficiary": _("Whom it is for"),
    "output.outcome": _("The decision"), "output.comment": _("The comment"), "output.decided_by": _("Who decided"),
    "output.agreed_amount": _("The amount agreed to"), "output.answer": _("The answer"),
    "output.answer_files": _("Files of the answer"), "output.work_note": _("What was done"),
    "output.evidence": _("Files that prove it"), "output.checked": _("What was ticked"),
    "output.rating": _("The score"), "output.remark": _("The remark"), "output.sent": _("Whether it was told"),
    "language.en": _("In English"), "language.fa": _("In Persian"), "language.ar": _("In Arabic"),
}
