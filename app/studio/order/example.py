"""What the title of a request would read, with the answers of a walk."""

import json
from datetime import datetime

from app.cases.in_words import InWords
from app.catalog import Offer
from app.forms import Form, FormBroken


def example_titles(offer: Offer, files: dict[str, bytes], person, now: datetime) -> tuple[str, dict[str, str]]:
    """(name of the walk whose answers are used, title by language); without a walk there is none, and the titles
    are what they are while nothing is answered."""
    walk = next((one for one in offer.walks if isinstance(one, dict) and one.get("answers")), {})
    asking = walk.get("requester") or person.key
    facts = {**walk.get("answers", {}), "requester": asking, "beneficiary": walk.get("beneficiary") or asking,
             "number": "REQ-000001"}
    form = _start_form(offer.spec, files)
    return walk.get("name", ""), offer.titles(facts, InWords(form, walk.get("answers", {}), person, now))


def _start_form(spec, files) -> Form | None:
    try:
        return Form.read(files[spec["form"]]) if spec.get("form") in files else None
    except (FormBroken, json.JSONDecodeError):
        return None
