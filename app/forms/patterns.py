"""Regular expressions of designers, run by RE2 so that none can take for ever."""

from functools import lru_cache

import re2

_QUIET = re2.Options()
_QUIET.log_errors = False


@lru_cache(maxsize=1024)
def pattern(text: str):
    """The compiled pattern, or None where RE2 cannot read it (look-around, back references, mistakes)."""
    try:
        return re2.compile(text, _QUIET)
    except re2.error:
        return None
