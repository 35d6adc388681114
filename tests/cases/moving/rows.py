"""Everything a case's rows say, column by column, to be compared."""

from app.base import db
from app.cases import Approval, Call, Candidate, Case, Claim, Incident, Task, Timer, Typed, Wait

LEASES = ("lease", "leased_until", "attempts", "trouble")


def rows(number: str) -> dict:
    """Model -> its rows, of everything that belongs to the case, and the case itself but for its revision."""
    db.session.rollback()
    case = Case.query.filter_by(number=number).one()
    tasks = [task.id for task in Task.query.filter_by(case_id=case.id)]
    about = [f"task:{id}" for id in tasks]
    own = (Task, Timer, Call, Wait, Incident, Approval)
    found = {model.__name__: model.query.filter(model.case_id == case.id) for model in own}
    found["Candidate"] = Candidate.query.filter(Candidate.task_id.in_(tasks))
    found["Claim"] = Claim.query.filter(Claim.task_id.in_(tasks))
    found["Typed"] = Typed.query.filter(Typed.about.in_(about))
    said = {name: sorted(map(columns, query), key=str) for name, query in found.items()}
    return {**said, "Case": columns(case, "revision")}


def columns(row, *without) -> dict:
    names = [column.name for column in type(row).__table__.c]
    return {name: getattr(row, name) for name in names if name not in (*LEASES, *without)}
