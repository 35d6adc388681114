"""The form-js `datetime` field: a date, a time, or both. People write in their calendar; the value is ISO 8601."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from app.forms.calendars import in_calendar, read_date, read_time, show_date
from app.forms.data import ABSENT
from app.forms.digits import localised
from app.forms.kinds.kind import Asked, Reading
from app.forms.month_names import FIRST_WEEKDAY, months, weekdays
from app.forms.trouble import Trouble


class DateTime(Asked):
    """Value: "2026-11-29", "14:30+01:00" or "2026-11-29T14:30+01:00", as `timeSerializingFormat` asks, or null."""

    template = "datetime"

    def gather(self, part, name, posted):
        if subtype(part) != "datetime":
            return super().gather(part, name, posted)
        halves = {half: posted[f"{name}.{half}"][-1] for half in ("date", "time") if f"{name}.{half}" in posted}
        return halves or (posted[name][-1] if name in posted else ABSENT)

    def read(self, part, given, place):
        match subtype(part):
            case "date":
                return _read_day(part, given, place)
            case "time":
                return _read_hour(part, given, place)
        return _read_moment(part, given, place)

    def check(self, part, value, place):
        if not part.raw.get("disallowPassedDates") or subtype(part) == "time":
            return None
        if subtype(part) == "date":
            passed = date.fromisoformat(value) < place.setting.local_now.date()
        else:
            passed = _aware(datetime.fromisoformat(value), place) < place.setting.now.replace(second=0, microsecond=0)
        return Trouble("passed") if passed else None

    def lack(self, part, place):
        code = {"date": "required_date", "time": "required_time"}.get(subtype(part), "required_moment")
        return Trouble(code, _examples(place))

    def show(self, part, reading, place):
        setting = place.setting
        today = setting.local_now.date()
        numbers = in_calendar(today, setting.calendar)[1]
        return {
            "subtype": subtype(part),
            "calendar": setting.calendar,
            "months": months(setting.calendar, setting.language),
            "weekdays": weekdays(setting.language),
            "first_weekday": FIRST_WEEKDAY.get(setting.language, 0),
            "iso": _iso_day(part, reading.value, place),
            "today": today.isoformat(),
            "from_today": bool(part.raw.get("disallowPassedDates")),
            "example": show_date(today, setting.calendar, setting.language),
            "short_example": localised("/".join(str(number) for number in numbers), setting.language),
            "date_label": part.text("dateLabel", setting.language),
            "time_label": part.text("timeLabel", setting.language),
        }

    def answer(self, part, reading, place):
        text = reading.text
        return f"{text['date']} {text['time']}".strip() if isinstance(text, dict) else text


def subtype(part) -> str:
    found = part.raw.get("subtype")
    return found if found in ("date", "time", "datetime") else "date"


def _read_day(part, given, place) -> Reading:
    text = given if isinstance(given, str) else ""
    if not text.strip():
        return Reading(None, "")
    day = _iso_date(text) or read_date(text, place.setting.calendar)
    if not day:
        return Reading(None, text, Trouble("date", _examples(place)))
    return Reading(day.isoformat(), show_date(day, place.setting.calendar, place.setting.language))


def _read_hour(part, given, place) -> Reading:
    text = given if isinstance(given, str) else ""
    if not text.strip():
        return Reading(None, "")
    hour = _iso_time(text) or read_time(text)
    if hour is None:
        return Reading(None, text, Trouble("time", _examples(place)))
    moment = datetime.combine(place.setting.local_now.date(), hour.replace(tzinfo=None))
    if hour.tzinfo:
        moment = moment.replace(tzinfo=hour.tzinfo)
    return Reading(_hour_value(part, hour, moment, place), _hour_text(_aware(moment, place).time(), place))


def _read_moment(part, given, place) -> Reading:
    if isinstance(given, str) and given.strip():
        moment = _iso_moment(given)
        if moment is None:
            return _from_halves(part, *_split(given), place)
        there = _aware(moment, place)
        return Reading(_moment_value(part, there, place), _halves_text(there, place))
    halves = given if isinstance(given, dict) else {}
    day, hour = (str(halves.get(half) or "") for half in ("date", "time"))
    return _from_halves(part, day, hour, place)


def _from_halves(part, day: str, hour: str, place) -> Reading:
    if not day.strip() and not hour.strip():
        return Reading(None, {"date": "", "time": ""})
    typed = {"date": day, "time": hour}
    date_, time_ = read_date(day, place.setting.calendar), read_time(hour)
    if date_ is None or time_ is None:
        half, written = ("date", day) if date_ is None else ("time", hour)
        return Reading(None, typed, Trouble(half if written.strip() else f"{half}_missing", _examples(place)))
    there = datetime.combine(date_, time_, ZoneInfo(place.setting.zone))
    return Reading(_moment_value(part, there, place), _halves_text(there, place))


def _moment_value(part, there: datetime, place) -> str:
    match part.raw.get("timeSerializingFormat"):
        case "utc_normalized":
            return there.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
        case "no_timezone":
            return there.strftime("%Y-%m-%dT%H:%M")
    return there.isoformat(timespec="minutes")


def _hour_value(part, hour: time, moment: datetime, place) -> str:
    match part.raw.get("timeSerializingFormat"):
        case "utc_normalized":
            return _aware(moment, place).astimezone(UTC).strftime("%H:%MZ")
        case "no_timezone":
            return hour.strftime("%H:%M")
    return (moment if hour.tzinfo else _aware(moment, place)).isoformat(timespec="minutes").partition("T")[2]


def _aware(moment: datetime, place) -> datetime:
    zone = ZoneInfo(place.setting.zone)
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def _iso_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text[4:5] == "-" and int(text[:4]) > 1700 else None
    except ValueError:
        return None


def _iso_time(text: str) -> time | None:
    try:
        return time.fromisoformat(text) if ":" in text else None
    except ValueError:
        return None


def _iso_moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if "T" in text and text[4:5] == "-" and int(text[:4]) > 1700 else None
    except ValueError:
        return None


def _split(text: str) -> tuple[str, str]:
    """"29 November 2026 14:30" or a bare date: (date, time)."""
    day, _, hour = text.strip().rpartition(" ")
    return (day, hour) if ":" in hour else (text, "")


def _iso_day(part, value, place) -> str:
    if not value or subtype(part) == "time":
        return ""
    return value if subtype(part) == "date" else _aware(datetime.fromisoformat(value), place).date().isoformat()


def _hour_text(hour: time, place) -> str:
    return localised(hour.strftime("%H:%M"), place.setting.language)


def _halves_text(there: datetime, place) -> dict:
    day = show_date(there.date(), place.setting.calendar, place.setting.language)
    return {"date": day, "time": _hour_text(there.time(), place)}


def _examples(place) -> dict:
    setting = place.setting
    return {
        "example": show_date(setting.local_now.date(), setting.calendar, setting.language),
        "time": localised("14:30", setting.language),
    }
