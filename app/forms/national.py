"""National numbers of people, by country: shape and check digits."""

import re
from datetime import date

# The weights of 0-9 (and of A-J, which count alike), then of K-Z, in the odd places of a codice fiscale.
_TENS = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21)
_REST = (2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)
_ODD = dict(zip("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", _TENS + _TENS + _REST, strict=True))


def iran(text: str) -> bool:
    """Ten digits, weights 10 to 2, remainder of 11; often written without leading zeros."""
    text = text.zfill(10) if 8 <= len(text) <= 10 else text
    if not re.fullmatch(r"[0-9]{10}", text) or len(set(text)) == 1:
        return False
    rest = sum(int(digit) * (10 - place) for place, digit in enumerate(text[:9])) % 11
    return int(text[9]) == (rest if rest < 2 else 11 - rest)


def italy(text: str) -> bool:
    """Codice fiscale: 16 characters, the last computed from the odd and even places."""
    if not re.fullmatch(r"[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]", text):
        return False
    odd = sum(_ODD[letter] for letter in text[0:15:2])
    even = sum(int(letter, 36) - (10 if letter.isalpha() else 0) for letter in text[1:15:2])
    return text[15] == chr(ord("A") + (odd + even) % 26)


def egypt(text: str) -> bool:
    """Fourteen digits: century 2 or 3, a date of birth, governorate, serial."""
    if not re.fullmatch(r"[23][0-9]{13}", text):
        return False
    return _is_date(1700 + 100 * int(text[0]) + int(text[1:3]), int(text[3:5]), int(text[5:7]))


def saudi(text: str) -> bool:
    """Ten digits from 1 (citizen) or 2 (resident), Luhn."""
    return bool(re.fullmatch(r"[12][0-9]{9}", text)) and _luhn(text)


def emirates(text: str) -> bool:
    """784, year of birth, serial; fifteen digits, Luhn."""
    return bool(re.fullmatch(r"784[0-9]{12}", text)) and _luhn(text)


def turkey(text: str) -> bool:
    """Eleven digits, two check digits."""
    if not re.fullmatch(r"[1-9][0-9]{10}", text):
        return False
    digits = [int(digit) for digit in text]
    tenth = (7 * sum(digits[0:9:2]) - sum(digits[1:8:2])) % 10
    return digits[9] == tenth and digits[10] == sum(digits[:10]) % 10


NATIONAL = {"IR": iran, "IT": italy, "EG": egypt, "SA": saudi, "AE": emirates, "TR": turkey}


def _luhn(text: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(text)):
        doubled = int(digit) * (2 if place % 2 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
