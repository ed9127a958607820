"""Outlines in the path language of SVG 1.1, chapter 8.3.9, and the drawings of this project, written in a small part of SVG.

An outline may come from a stranger: what is not an outline raises :class:`OutlineError`, in time linear in its length.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree

import skia

from generation.backends.schematic.drawing.lines import Point, polygon

MOST_CHARACTERS: Final = 262_144
MOST_SEGMENTS: Final = 20_000
FARTHEST: Final = 1e6  # pixels from the origin
ARGUMENTS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
LETTERS: Final = frozenset("MLHVCSQTAZmlhvcsqtaz")
FLAGS: Final = (3, 4)  # of an arc's seven arguments
SPACE: Final = re.compile(r"[ \t\r\n\f]*")
NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
NUMBER_BEGINS: Final = frozenset("+-.0123456789")


class OutlineError(ValueError):
    """An outline that cannot be read. The message is for the person who wrote it: what is wrong, in Chinese."""


def path_from(data: str) -> skia.Path:
    """The outline that a ``d`` attribute describes.

    Raises :class:`OutlineError` for anything but an outline of at most 20,000 segments, written in at most 262,144
    characters, all of whose points lie within a million pixels of the origin.
    """
    if len(data) > MOST_CHARACTERS:
        raise OutlineError(f"路径太长：有 {len(data)} 个字符，最多 {MOST_CHARACTERS} 个。请简化后再用。")
    outline = _Outline()
    for letter, numbers in _commands(_Scanner(data)):
        outline.add(letter, numbers)
    return outline.finished()


def _commands(scanner: "_Scanner") -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; a command written once for several points is given once for each."""
    first = True
    while letter := scanner.letter():
        if first and letter not in "Mm":
            raise OutlineError("路径要从 M（起点）开始。请检查开头。")
        first = False
        yield letter, scanner.arguments(letter)
        while letter not in "Zz" and scanner.more():
            letter = {"M": "L", "m": "l"}.get(letter, letter)
            yield letter, scanner.arguments(letter)


class _Scanner:
    """Letters and numbers from left to right; every character is looked at a fixed number of times."""

    def __init__(self, data: str) -> None:
        self._data = data
        self._at = 0
        self._skip()

    def _skip(self) -> str:
        """Pass over white space; the character that follows, empty at the end."""
        self._at = SPACE.match(self._data, self._at).end()  # type: ignore[union-attr]
        return self._data[self._at : self._at + 1]

    def letter(self) -> str:
        found = self._skip()
        if found and found not in LETTERS:
            raise OutlineError(f"路径第 {self._at + 1} 个字符看不懂。请只用 M L H V C S Q T A Z 和数字。")
        self._at += len(found)
        return found

    def more(self) -> bool:
        """Whether another number follows; a comma promises one."""
        comma = self._skip_comma()
        follows = self._skip() in NUMBER_BEGINS
        if comma and not follows:
            raise self._missing()
        return follows

    def arguments(self, letter: str) -> list[float]:
        kind = letter.upper()
        found: list[float] = []
        for index in range(ARGUMENTS[kind]):
            if index:
                self._skip_comma()
            found.append(self._flag() if kind == "A" and index in FLAGS else self._number())
        return found

    def _skip_comma(self) -> bool:
        comma = self._skip() == ","
        self._at += comma
        return comma

    def _number(self) -> float:
        self._skip()
        found = NUMBER.match(self._data, self._at)
        if found is None:
            raise self._missing()
        self._at = found.end()
        return float(found[0])

    def _flag(self) -> float:
        found = self._skip()
        if found not in ("0", "1"):
            raise OutlineError(f"路径第 {self._at + 1} 个字符应是圆弧的 0 或 1。请检查 A 后面的七个数。")
        self._at += 1
        return float(found)

    def _missing(self) -> OutlineError:
        return OutlineError(f"路径第 {self._at + 1} 个字符处少一个数。请检查前一个字母后面的数够不够。")


class _Outline:
    """The outline so far: where the pen is, where its contour began, and the control point to be mirrored by S and T."""

    def __init__(self) -> None:
        self._path = skia.Path()
        self._point: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._control: tuple[str, Point] = ("", (0.0, 0.0))
        self._segments = 0
        self._lines = 0

    def add(self, letter: str, numbers: list[float]) -> None:
        """Carry out one command."""
        self._segments += 1
        if self._segments > MOST_SEGMENTS:
            raise OutlineError(f"路径的线段太多，最多 {MOST_SEGMENTS} 段。请简化后再用。")
        kind = letter.upper()
        placed = self._placed(kind, numbers, relative=letter != kind)
        if not all(abs(number) <= FARTHEST for number in placed):  # a NaN is not within reach either
            raise OutlineError(f"路径里有太大的数，离原点最远 {FARTHEST:,.0f}。请把图形缩小后再用。")
        control, self._control = self._control, ("", self._point)
        self._lines += kind not in "MZ"
        if kind in "MZ":
            self._begin(kind, placed)
        elif kind in "HVL":
            self._line(kind, placed)
        elif kind == "A":
            self._arc(placed)
        else:
            self._bend(kind, placed, control)

    def finished(self) -> skia.Path:
        """The whole outline."""
        if not self._lines:
            raise OutlineError("路径是空的，没有一条线。请重新导出图形。")
        if not self._path.isFinite():
            raise OutlineError("路径里有算不出来的点。请重新导出图形。")
        return self._path

    def _placed(self, kind: str, numbers: list[float], *, relative: bool) -> list[float]:
        """The numbers with every coordinate counted from the origin."""
        if not relative:
            return numbers
        x, y = self._point
        shift = {"H": (x,), "V": (y,), "A": (0, 0, 0, 0, 0, x, y)}.get(kind, (x, y) * (len(numbers) // 2))
        return [number + by for number, by in zip(numbers, shift, strict=True)]

    def _begin(self, kind: str, placed: list[float]) -> None:
        if kind == "Z":
            self._path.close()
            self._point = self._start
            return
        self._start = self._point = (placed[0], placed[1])
        self._path.moveTo(*self._point)

    def _line(self, kind: str, placed: list[float]) -> None:
        x, y = self._point
        self._point = {"H": (placed[0], y), "V": (x, placed[0])}.get(kind, (placed[0], placed[-1]))
        self._path.lineTo(*self._point)

    def _arc(self, placed: list[float]) -> None:
        across, down, turn, large, sweep, x, y = placed
        size = skia.Path.ArcSize.kLarge_ArcSize if large else skia.Path.ArcSize.kSmall_ArcSize
        way = skia.PathDirection.kCW if sweep else skia.PathDirection.kCCW
        self._path.arcTo(abs(across), abs(down), turn, size, way, x, y)
        self._point = (x, y)

    def _bend(self, kind: str, placed: list[float], before: tuple[str, Point]) -> None:
        cubic = kind in "CS"
        if kind in "ST":
            x, y = self._point
            family, control = before
            bend = (2 * x - control[0], 2 * y - control[1]) if family == ("C" if cubic else "Q") else (x, y)
            placed = [*bend, *placed]
        (self._path.cubicTo if cubic else self._path.quadTo)(*placed)
        self._control = ("C" if cubic else "Q", (placed[-4], placed[-3]))
        self._point = (placed[-2], placed[-1])


@dataclass(frozen=True, slots=True)
class Mark:
    """One element of a drawing: what an engraver makes of it, its outline, and its colours and pen width as SVG has them."""

    kind: str
    path: skia.Path
    fill: str
    stroke: str
    width: float


def read_marks(text: str) -> list[Mark]:
    """The marks of one of the project's own drawings, from back to front.

    Raises ``ValueError`` for an element or a colour this small part of SVG does not have.
    """
    root = ElementTree.fromstring(text)  # noqa: S314  WONTFIX: the project's own files
    pen = {"stroke": root.get("stroke", "none"), "stroke-width": root.get("stroke-width", "0"), "fill": "none"}
    marks = []
    for element in root:
        name = element.tag.rpartition("}")[2]
        if name == "title":
            continue
        asked = pen | element.attrib
        fill, stroke = asked["fill"], asked["stroke"]
        for code in (fill, stroke):
            if code != "none" and not COLOUR.fullmatch(code):
                raise ValueError(f"{name}: {code}")
        marks.append(Mark(asked["class"], SHAPES[name](element), fill, stroke, float(asked["stroke-width"])))
    return marks


COLOUR: Final = re.compile(r"#[0-9A-F]{6}")


def _number(element: ElementTree.Element, name: str) -> float:
    """An attribute that is a plain number; 0 where it is missing."""
    said = element.get(name, "0").strip()
    if not NUMBER.fullmatch(said) or not abs(float(said)) <= FARTHEST:
        raise OutlineError(f"{name} 不是能用的数：{said[:20]!r}。请去掉单位，只留数字。")
    return float(said)


def _numbers(element: ElementTree.Element, *names: str) -> list[float]:
    return [_number(element, name) for name in names]


def _sizes(element: ElementTree.Element, *names: str) -> list[float]:
    found = _numbers(element, *names)
    if min(found) < 0:
        raise OutlineError(f"{'、'.join(names)} 不能是负数。请重新导出图形。")
    return found


def _ellipse(element: ElementTree.Element, across: str, down: str) -> skia.Path:
    (x, y), (wide, high) = _numbers(element, "cx", "cy"), _sizes(element, across, down)
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high))
    return path


def _rectangle(element: ElementTree.Element) -> skia.Path:
    (x, y), (wide, high) = _numbers(element, "x", "y"), _sizes(element, "width", "height")
    corners = [name for name in ("rx", "ry") if element.get(name)] or ["rx"]
    across, down = _sizes(element, corners[0], corners[-1])
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(x, y, wide, high), across, down)
    return path


def _corners(element: ElementTree.Element, *, closed: bool) -> skia.Path:
    points = element.get("points", "")
    if not LETTERS.isdisjoint(points):
        raise OutlineError("points 里只能有数字。请重新导出图形。")
    return path_from(f"M{points}{'Z' if closed else ''}")


def _straight(element: ElementTree.Element) -> skia.Path:
    x1, y1, x2, y2 = _numbers(element, "x1", "y1", "x2", "y2")
    return polygon([(x1, y1), (x2, y2)], closed=False)


SHAPES: Final[dict[str, Callable[[ElementTree.Element], skia.Path]]] = {
    "path": lambda element: path_from(element.get("d", "")),
    "rect": _rectangle,
    "circle": lambda element: _ellipse(element, "r", "r"),
    "ellipse": lambda element: _ellipse(element, "rx", "ry"),
    "polygon": lambda element: _corners(element, closed=True),
    "polyline": lambda element: _corners(element, closed=False),
    "line": _straight,
}
