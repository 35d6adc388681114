"""Days, times, moments and durations as FEEL knows them (DMN 10.3.2.3.4 to .8)."""
from app.engine.feel.temporal.days import Date, from_ordinal
from app.engine.feel.temporal.durations import DaysDuration, MonthsDuration
from app.engine.feel.temporal.moments import DateTime, at_place
from app.engine.feel.temporal.reading import read_date, read_date_time, read_duration, read_temporal, read_time
from app.engine.feel.temporal.times import DAY, NANO, Time
from app.engine.feel.temporal.zones import offset_of

__all__ = [
    "DAY", "NANO", "Date", "DateTime", "DaysDuration", "MonthsDuration", "Time", "at_place", "from_ordinal",
    "offset_of", "read_date", "read_date_time", "read_duration", "read_temporal", "read_time",
]
