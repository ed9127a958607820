"""All lettering of a plate goes through here: measured, guarded, broken by the rules of Chinese printing, logged."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

import skia

from generation.backends.base import CannotRenderError
from generation.backends.schematic.drawing.palette import BLUE, INK, INK2, fill, line
from generation.fonts import FILM_FONTS

NEVER_FIRST: Final = frozenset("，。、；：？！）》〉」』】〕”’…—～·,.;:?!)]}%℃°‰")
NEVER_LAST: Final = frozenset("（《〈「『【〔“‘([{")
NUMERALS: Final = frozenset("0123456789.–-零〇一二两三四五六七八九十百千万亿")
ASCENT: Final = 0.88  # of a Chinese character's square above the baseline


class Face(StrEnum):
    """The two weights of the film font."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How letters look. ``anchor`` says which part of the line stands at x: l, m or r."""

    face: Face = Face.REGULAR
    size: float = 24
    colour: str = INK
    anchor: str = "l"
    halo: str | None = None

    def but(self, **changes: object) -> "Style":
        """The same style with something changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


NOTE: Final = Style(size=20, colour=INK2)
CAPTION: Final = Style(size=24)
FACT: Final = Style(face=Face.SEMIBOLD, size=28, colour=BLUE)


@dataclass(frozen=True, slots=True)
class Lettered:
    """A string as it was drawn, with its box in picture pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class TextLog:
    """Every distinct string and box drawn so far, in order of first appearance."""

    entries: dict[Lettered, None] = field(default_factory=dict)

    def note(self, text: str, box: skia.Rect) -> None:
        """Remember one drawn string."""
        sides = (round(float(side), 1) for side in (box.left(), box.top(), box.right(), box.bottom()))
        self.entries.setdefault(Lettered(text, *sides))

    def texts(self) -> list[str]:
        """Every distinct string, sorted."""
        return sorted({entry.text for entry in self.entries})


@cache
def typeface(face: Face) -> skia.Typeface:
    """One of the two film fonts, loaded once a process."""
    return skia.Typeface.MakeFromFile(str(FILM_FONTS[face.value]))


@cache
def font(face: Face, size: float) -> skia.Font:
    """A font without hinting, so that letters are equal at every place."""
    made = skia.Font(typeface(face), size)
    made.setEdging(skia.Font.Edging.kAntiAlias)
    made.setHinting(skia.FontHinting.kNone)
    made.setSubpixel(True)
    return made


@cache
def _has_glyph(face: Face, char: str) -> bool:
    return bool(typeface(face).unicharToGlyph(ord(char)))


def require_glyphs(text: str) -> None:
    """Raise :class:`CannotRenderError` when a film font lacks a character: it must never become an empty box."""
    for char in text:
        if not all(_has_glyph(face, char) for face in Face):
            code = f"U+{ord(char):04X}"
            shown = char if unicodedata.category(char)[0] in "LNPS" else ""
            raise CannotRenderError(
                "missing_glyph",
                f"影片字体里没有“{shown}”（{code}）这个字，画出来会是空框。请改用通行写法，或把这个字补进影片字体后重建字体。",
            )


def tidy(text: str) -> str:
    """The text on one line: every run of white space and line breaks becomes one space."""
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def width(text: str, style: Style) -> float:
    """How wide the text is when drawn."""
    return float(font(style.face, style.size).measureText(text))


def break_lines(text: str, style: Style, limit: float) -> list[str]:
    """The text in lines of ``limit``: closing marks never begin a line, opening marks never end one.

    One closing mark may hang over the end of a line.
    """
    lines, current = [], ""
    for token in _tokens(text):
        room = limit + style.size if token in NEVER_FIRST else limit
        if not current or width(current + token, style) <= room:
            current += token
            continue
        kept = _break_before(current, closing=token in NEVER_FIRST)
        lines.append(current[:kept].rstrip())
        current = (current[kept:] + token).lstrip()
    return [*lines, current] if current else lines


def _break_before(line_text: str, *, closing: bool) -> int:
    """Where a full line ends: before a last character that must stay with what follows."""
    kept = len(line_text)
    if closing:
        while kept > 1 and line_text[kept - 1] in NEVER_FIRST:
            kept -= 1
        kept -= 1
    while kept > 1 and line_text[kept - 1] in NEVER_LAST:
        kept -= 1
    return kept or len(line_text)


def _tokens(text: str) -> Iterator[str]:
    """Chinese characters one by one; runs of Latin letters and digits stay together up to a dozen."""
    run = ""
    for char in text:
        if char.isascii() and (char.isalnum() or char in ".-/") and len(run) < 12:
            run += char
            continue
        if run:
            yield run
        run = char if char.isascii() and char.isalnum() else ""
        if not run:
            yield char
    if run:
        yield run


def balanced_lines(text: str, style: Style, limit: float) -> list[str]:
    """As few lines as :func:`break_lines` needs, but of nearly equal length."""
    best = break_lines(text, style, limit)
    narrower = limit
    while len(best) > 1 and narrower > limit * 0.55:
        narrower -= style.size / 2
        tried = break_lines(text, style, narrower)
        if len(tried) > len(best):
            break
        best = tried
    return best


def hang(text: str, style: Style) -> float:
    """How far a line that begins with an opening mark moves left, so that its first character stands in line."""
    return style.size * 0.5 if text[:1] in NEVER_LAST and not text[:1].isascii() else 0.0


def clipped(text: str, style: Style, limit: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis. Half a number is another number: it goes whole."""
    if width(text, style) <= limit:
        return text
    kept = len(text)
    while kept and width(text[:kept] + "…", style) > limit:
        kept -= 1
    while kept and text[kept - 1] in NUMERALS and text[kept] in NUMERALS:
        kept -= 1
    return text[:kept].rstrip("，。、；： ≈≤≥") + "…"


@dataclass(slots=True)
class Pen:
    """A canvas together with the log of what was written on it."""

    canvas: skia.Canvas
    log: TextLog

    def write(self, text: str, x: float, y: float, style: Style) -> float:
        """Draw one line with its baseline at y; gives back where it ends."""
        if not text:
            return x
        require_glyphs(text)
        wide = width(text, style)
        x -= {"l": 0.0, "m": 0.5, "r": 1.0}[style.anchor] * wide
        letters = font(style.face, style.size)
        if style.halo:
            self.canvas.drawString(text, x, y, letters, line(style.halo, 6))
        self.canvas.drawString(text, x, y, letters, fill(style.colour))
        box = skia.Rect.MakeLTRB(x, y - ASCENT * style.size, x + wide, y + (1 - ASCENT) * style.size)
        self.log.note(text, self.canvas.getTotalMatrix().mapRect(box))
        return x + wide
