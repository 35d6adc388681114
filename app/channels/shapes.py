"""What the API says of services, cases and tasks: plain JSON, in the caller's language."""


def service_json(offer, language: str) -> dict:
    text = offer.text(language)
    return {
        "slug": offer.slug,
        "id": offer.code,
        "kind": offer.kind,
        "department": offer.department,
        "category": offer.category,
        "version": offer.number,
        "name": text["name"],
        "summary": text["summary"],
        "description": text["description"],
        "need": text["need"],
    }


def case_json(case, language: str) -> dict:
    version = case.published
    return {
        "number": case.number,
        "title": case.title,
        "state": case.state,
        "service": version.slug,
        "version": version.number,
        "requester": case.requester.key,
        "beneficiary": case.beneficiary.key,
        "opened_at": _moment(case.opened_at),
        "due_at": _moment(case.due_at),
        "closed_at": _moment(case.closed_at),
        "answers": case.answers,
        "waiting_for": _waiting(case, language),
    }


def task_json(task, language: str) -> dict:
    version = task.case.published
    return {
        "id": task.id,
        "case": task.case.number,
        "title": task.case.title,
        "element": task.element,
        "name": version.element_name(task.place or task.element, language),
        "state": task.state,
        "form": task.form,
        "outcomes": [
            {"key": one.key, "name": one.name(language), "needs_comment": one.needs_comment}
            for one in version.outcomes(task.element)
        ],
        "opened_at": _moment(task.opened_at),
        "due_at": _moment(task.due_at),
        "closed_at": _moment(task.closed_at),
        "outcome": task.outcome,
        "claimed_by": task.claim.person.key if task.claim else None,
    }


def _waiting(case, language: str) -> dict | None:
    if not case.waiting_for:
        return None
    return {
        "who": [names.get(language) or names.get("en") for names in case.waiting_for["names"]],
        "step": case.published.element_name(case.waiting_for.get("place") or case.waiting_for["element"], language),
        "since": case.waiting_for["since"],
    }


def _moment(value) -> str | None:
    return value.isoformat() if value else None
