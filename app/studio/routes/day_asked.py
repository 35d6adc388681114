"""The day from which people get a version: typed in the reader's own calendar."""

import json
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from app import ui
from app.forms import Examination, Form, NoLookup

FORM = Form.read(json.dumps({
    "type": "default", "id": "publish-when", "schemaVersion": 19, "components": [{
        "type": "datetime", "subtype": "datetime", "id": "publish_when_at", "key": "at", "label": "From",
        "dateLabel": "Day", "timeLabel": "Time", "timeSerializingFormat": "utc_offset", "disallowPassedDates": True,
        "validate": {"required": True},
        "properties": {"label:fa": "از", "label:ar": "اعتبارًا من", "dateLabel:fa": "روز", "dateLabel:ar": "اليوم",
                       "timeLabel:fa": "ساعت", "timeLabel:ar": "الساعة"}}]}))


@dataclass(frozen=True)
class DayAsked:
    """`seen` is the field to show; `value` the moment, None where there is none that can be used."""

    seen: Examination
    value: datetime | None

    @property
    def trouble(self) -> str:
        """Why there is no moment."""
        errors = self.seen.errors
        return _(errors[0].words, **errors[0].params) if errors else _("Choose the day from which people get it.")


def day_asked(person, now: datetime, pairs) -> DayAsked:
    """What was typed among the posted (name, value) pairs, in the calendar and zone of `person`."""
    reader = ui.reader()
    raw = FORM.gather(pairs)
    seen = FORM.examine(raw, {}, language=reader.language, now=now, lookup=NoLookup(), submit=bool(raw),
                        calendar=reader.calendar, zone=reader.zone)
    text = None if seen.errors else seen.values.get("at")
    return DayAsked(seen, datetime.fromisoformat(text) if text else None)
