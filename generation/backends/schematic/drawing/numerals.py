"""Chinese numerals for the plate's own numbers, so that figures always are the master's."""

from typing import Final

DIGITS: Final = "零一二三四五六七八九"
LARGEST: Final = 999


def chinese(number: int) -> str:
    """A whole number from 0 to 999 in Chinese."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} is not between 0 and {LARGEST}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if not hundreds:
        return _below_hundred(tens, ones)
    tail = "" if not rest else f"零{DIGITS[ones]}" if not tens else f"{DIGITS[tens]}十{DIGITS[ones] if ones else ''}"
    return f"{DIGITS[hundreds]}百{tail}"


def _below_hundred(tens: int, ones: int) -> str:
    if not tens:
        return DIGITS[ones]
    return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"


def clock(seconds: float) -> str:
    """Seconds of a recording as hh:mm:ss."""
    whole = int(seconds)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
