"""Ink and paper: the colours of a plate and the two ways to lay them down."""

from functools import cache
from typing import Final

import skia

PAPER: Final = "#F4ECDB"
CARD: Final = "#FBF6EA"
INK: Final = "#2A231D"
INK2: Final = "#5A4E42"
GREY: Final = "#7A6D5D"  # everything the picture had to assume
HAIR: Final = "#B3A48D"
RED: Final = "#A8322A"
BLUE: Final = "#1F4B63"  # what the master said
WOOD: Final = "#D9BE93"
SKIN: Final = "#F6E6D0"
PALE: Final = "#E6DDCB"  # the fill of an assumed thing

# Colours a master can name; the picture shows one only when it was said.
SAID_COLOURS: Final = {
    "红": "#B3342B",
    "朱": "#B3342B",
    "绿": "#4F6B4A",
    "青": "#3C6470",
    "蓝": "#2C5277",
    "靛": "#1F4B63",
    "黄": "#D2A13C",
    "金": "#C79A3A",
    "紫": "#6A456F",
    "黑": "#39312B",
    "墨": "#2F2A27",
    "白": "#FBFAF5",
}


@cache
def colour(code: str, alpha: float = 1.0) -> int:
    """``#RRGGBB`` as Skia's number."""
    red, green, blue = (int(code[at : at + 2], 16) for at in (1, 3, 5))
    return int(skia.Color(red, green, blue, round(255 * alpha)))


def fill(code: str, alpha: float = 1.0) -> skia.Paint:
    """A paint that fills."""
    return skia.Paint(AntiAlias=True, Color=colour(code, alpha))


def line(code: str, width: float, alpha: float = 1.0, *, dash: tuple[float, float] | None = None) -> skia.Paint:
    """A paint that draws an even line with round joins; a dashed one has flat ends."""
    paint = skia.Paint(
        AntiAlias=True,
        Color=colour(code, alpha),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kButt_Cap if dash else skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )
    if dash:
        paint.setPathEffect(skia.DashPathEffect.Make(list(dash), 0))
    return paint
