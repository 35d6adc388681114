"""News that people bring to a case: the messages its diagram waits for, from those whom the diagram lets send them."""

from dataclasses import dataclass

from sqlalchemy import select

from app.base import Refusal, db
from app.cases.access import NotThere, Reach
from app.cases.assignment import Assigned, context_of, find, resolve
from app.cases.case import Case
from app.cases.deed import Deed
from app.cases.filling import Filling
from app.cases.follow import follow
from app.cases.once import first_sent
from app.engine import Delivery
from app.events import Event
from app.people import Directory

RECEIVED = "message.received"


class NewsOver(Refusal):
    """This request does not wait for that any more."""


@dataclass(frozen=True)
class News:
    """A message that a person may bring now: the catching `element`, the message's `name` and `keys`, its form's id."""

    element: str
    name: str
    keys: dict
    form: str | None


def news_for(reach: Reach, case: Case, now) -> list[News]:
    """What this person may bring to the case now, each element once."""
    if case.ended or not case.open.get("waits"):
        return []
    run, directory = case.load_run(), Directory(now, reach.person)
    waiting = {wait.element: wait for wait in run.waits if wait.kind == "message"}
    return [_news(case, wait) for wait in waiting.values() if _may_send(reach, case, wait.element, run.data, directory)]


def find_news(reach: Reach, case: Case, element: str, now) -> News:
    """What `element` waits for; NotThere when it is not for this person to say, NewsOver when it waits no more."""
    run = case.load_run()
    if not _may_send(reach, case, element, run.data, Directory(now, reach.person)):
        raise NotThere
    wait = next((wait for wait in run.waits if wait.element == element and wait.kind == "message"), None)
    if wait is None:
        raise NewsOver
    return _news(case, wait)


def find_named(reach: Reach, case: Case, name: str, now) -> News:
    """The message of this name that this person may bring now; else NotThere."""
    found = next((news for news in news_for(reach, case, now) if news.name == name), None)
    if found is None:
        raise NotThere
    return found


def bring(case: Case, element: str, values: dict, *, reach: Reach, now, once: str | None = None):
    """Deliver what was brought to this case, and to no other; raises what `find_news` raises."""
    case = Case.locked(case.id)
    if was_brought(case, reach.person, once):
        return
    news, run = find_news(reach, case, element, now), case.load_run()
    run.deliver(Delivery("message", news.name, news.keys, values), now=now)
    brought = {"name": news.name, "element": element, "values": values, "once": _token(case, reach.person, once)}
    follow(case, run, Deed(RECEIVED, reach.person, data=brought), now=now)


def was_brought(case: Case, by, once: str | None) -> bool:
    """Whether this person has sent the same form before: sending it twice brings it once."""
    token = _token(case, by, once)
    events = select(Event).where(Event.case_id == case.id, Event.kind == RECEIVED)
    return token is not None and any(event.data.get("once") == token for event in db.session.scalars(events))


def for_news(case: Case, news: News, *, person, now, reader) -> Filling:
    """The form of what is brought, which may read the case's data."""
    form = case.published.form(news.form) if news.form else None
    scope = context_of(case, case.load_run().data)
    return Filling(form, scope, person=person, about=f"news:{case.id}:{news.element}", now=now, reader=reader,
                   case_id=case.id)


def _news(case: Case, wait) -> News:
    return News(wait.element, wait.name, wait.keys, _properties(case, wait.element).get("form"))


def _may_send(reach: Reach, case: Case, element: str, data: dict, directory: Directory) -> bool:
    """The catch event's property `sender` says who: an expression such as `=group("hr-office")`."""
    sender = _properties(case, element).get("sender")
    found = find(resolve(sender, context_of(case, data), directory), directory) if sender else Assigned()
    return any(one.id in reach.people for one in found.people) or any(one.id in reach.groups for one in found.groups)


def _properties(case: Case, element: str) -> dict:
    found = case.published.diagram.elements.get(element)
    return found.facts.properties if found else {}


def _token(case: Case, by, once: str | None) -> str | None:
    return first_sent(once, "news", case.id, by)
