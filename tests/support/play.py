"""Deeds of named people on the sample services, below the pages."""

from collections.abc import Callable

from app.base import db, transaction
from app.cases import Case, Reach, Task, complete, open_case, stands_in_for, task_to_do
from app.catalog import Service
from app.people import Person
from app.worker import KINDS, work_off


class Play:
    """Deeds of named people, each in a transaction of its own, as the pages do them."""

    def __init__(self, clock):
        self.clock = clock

    def open(self, slug: str, requester: str = "sara", once: str | None = None, **answers) -> str:
        with transaction():
            service = Service.query.filter_by(slug=slug).one()
            return open_case(service, answers, requester=Person.by_key(requester), now=self.clock.now, once=once).number

    def case(self, number: str) -> Case:
        db.session.rollback()  # what pages have done meanwhile belongs to a newer view of the data
        return Case.query.filter_by(number=number).one()

    def task(self, number: str, element: str) -> Task:
        """The newest task of this element."""
        db.session.rollback()
        return (
            Task.query.join(Case, Case.id == Task.case_id)
            .filter(Case.number == number, Task.element == element)
            .order_by(Task.id.desc())
            .first()
        )

    def do(self, number: str, element: str, by: str, outcome: str | None = None, comment: str = "", **values):
        with transaction():
            person = Person.by_key(by)
            reach = Reach.of(person, self.clock.now)
            task = task_to_do(reach, self.task(number, element).id)
            complete(
                task,
                values,
                by=person,
                now=self.clock.now,
                outcome=outcome,
                comment=comment,
                on_behalf_of=stands_in_for(reach, task),
            )

    def deed(self, verb: Callable, by: str, *arguments, **options):
        """`verb(*arguments, by=person, now=now)` in a transaction; arguments are looked up by functions."""
        with transaction():
            found = [argument() if callable(argument) else argument for argument in arguments]
            return verb(*found, by=Person.by_key(by), now=self.clock.now, **options)

    def work(self, *kinds: str):
        """Let the worker do everything that is due, until nothing is."""
        while sum(work_off(KINDS[kind]) for kind in kinds or KINDS):
            pass

    def elements(self, number: str) -> list[str]:
        """The elements of the open tasks, in the order in which they were opened."""
        case_id = self.case(number).id
        found = Task.query.filter_by(case_id=case_id).filter(Task.closed_at.is_(None)).order_by(Task.id)
        return [task.element for task in found]
