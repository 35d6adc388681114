"""What pages say of a case in one breath: its state, where it waits, what comes next."""

from datetime import date, datetime

from flask import Blueprint
from flask_babel import gettext as _

from app import ui
from app.base import pick
from app.cases.given import read_answers
from app.cases.lookup import Lookup
from app.cases.routes.filled import refusal_words
from app.cases.routes.times import promise_left, task_left
from app.engine import incident_text
from app.people.current import person_or_none
from app.ui import formats

blueprint = Blueprint("case_words", __name__)


@blueprint.app_template_filter()
def state_words(case) -> str:
    """The state as the requester reads it: "Waiting for approval by Maria Rossi"."""
    who = waiting_names(case)
    words = {
        "draft": _("Draft"),
        "submitted": _("Received"),
        "waiting_approval": _("Waiting for approval by %(who)s", who=who) if who else _("Waiting for approval"),
        "in_progress": _("Being worked on by %(who)s", who=who) if who else _("Being worked on"),
        "waiting_requester": _("Your answer is needed"),
        "waiting_supplier": _("Waiting for the supplier"),
        "scheduled": _("Planned"),
        "fulfilled": _("Done"),
        "resolved": _("Done, please confirm"),
        "closed": _("Closed"),
        "refused": _("Not approved"),
        "expired": _("Ended without an answer"),
        "withdrawn": _("Withdrawn"),
        "failed": _("Being checked"),
    }
    return words.get(case.state, case.state)


@blueprint.app_template_filter()
def where_words(case) -> str:
    """One sentence for lists: what it waits for, since when, expected when."""
    words = [state_words(case)]
    since = case.waiting_for.get("since") if case.waiting_for else None
    if since and not case.ended:
        words.append(_("since %(moment)s", moment=formats.day(_moment(since), ui.reader(), ui.now())))
    if case.due_at and not case.ended:
        words.append(_("expected %(moment)s", moment=formats.due(case.due_at, ui.reader(), ui.now())))
    return _(", ").join(words)


@blueprint.app_template_filter()
def next_words(case) -> str:
    """After sending: the next step, who has it, who was told."""
    if not case.waiting_for:
        return ""
    step = case.published.element_name(
        case.waiting_for.get("place") or case.waiting_for["element"], ui.reader().language
    )
    return _("Next: %(step)s. %(who)s has it and was told.", step=step, who=waiting_names(case))


def waiting_names(case) -> str:
    names = (case.waiting_for or {}).get("names", ())
    return _(", ").join(pick(name, ui.reader().language) for name in names)


def _moment(text: str):
    return datetime.fromisoformat(text)


@blueprint.app_template_filter()
def done_words(task) -> str:
    """After a decision: what was done, and who is next."""
    done = {"approved": _("Approved."), "rejected": _("Not approved."), "sent_back": _("Sent back.")}
    name = task.case.published.element_name(task.place or task.element, ui.reader().language)
    words = done.get(task.outcome) or _("Finished: %(step)s.", step=name)
    who = waiting_names(task.case)
    if task.case.ended:
        return words + " " + _("The request has ended: %(state)s.", state=state_words(task.case))
    return words + " " + _("Next: %(who)s.", who=who) if who else words


@blueprint.app_template_filter()
def amount_words(case) -> str:
    """The first amount of money among the answers: what an approver looks for in a list."""
    for value in (case.answers or {}).values():
        if isinstance(value, dict) and {"amount", "currency"} <= value.keys() and value["amount"]:
            return formats.money(value["amount"], ui.reader(), ui.now(), currency=value["currency"])
    return ""


@blueprint.app_template_filter()
def in_my_words(text) -> str:
    """What a diagram says to people: one text for all, or the reader's among those of the languages."""
    return pick(text, ui.reader().language) if isinstance(text, dict) else text or ""


@blueprint.app_template_filter()
def trouble_words(data: dict, case) -> str:
    """Why a request stood somewhere, in the reader's language, from what its event keeps."""
    language, published = ui.reader().language, case.published
    rule, params, otherwise = data.get("rule", ""), data.get("params") or {}, data.get("message", "")
    return incident_text(rule, params, language, otherwise, lambda id: published.element_name(id, language))


@blueprint.app_template_filter()
def day_of(text: str) -> str:
    """A day that an event keeps as ISO text, in the reader's calendar."""
    return formats.day(date.fromisoformat(text), ui.reader(), ui.now())


@blueprint.app_template_filter()
def moment_of(text: str) -> str:
    """A moment that an event keeps as ISO text, in the reader's calendar and zone."""
    return formats.moment(datetime.fromisoformat(text), ui.reader(), ui.now())


@blueprint.app_template_filter()
def corrected_words(case, changes: dict) -> list[tuple[str, str, str]]:
    """What was corrected: label, the answer before, the answer now, as the start form shows them."""
    lookup = Lookup(person_or_none() or case.requester, ui.now(), ui.reader().language, case.id)
    form = case.version_at(case.opened_at).start_form
    old, new = (
        {one.name: one for one in read_answers(form, case, values, lookup, ui.reader(), ui.now())}
        for values in ({key: pair[which] for key, pair in changes.items()} for which in ("old", "new"))
    )
    both = [(old.get(key), new.get(key)) for key in changes if key in old or key in new]
    return [((was or now).label, _in_line(was), _in_line(now)) for was, now in both]


def _in_line(answer) -> str:
    """An answer in one line; of a list its rows, one after the other."""
    if answer is None:
        return ""
    rows = (_(", ").join(cell.text for cell in row if cell.text) for row in answer.rows)
    return answer.text or "; ".join(rows)


for words in (refusal_words, promise_left, task_left):
    blueprint.add_app_template_filter(words)


@blueprint.app_context_processor
def me():
    """The id of who reads the page: rows say "has it" only of others."""
    who = person_or_none()
    return {"me_id": who.id if who else None}
