"""The lines of an SVG file from a stranger, joined to one outline.

The file is read by expat as a stream of elements: no tree is built and nothing is opened or run. Entities can be declared
only in a DOCTYPE, and a DOCTYPE is refused before its first declaration; so there is nothing that could expand.
"""

import math
import re
from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element
from xml.parsers import expat

import skia

from generation.backends.schematic.drawing.outline import outline_of
from generation.backends.schematic.drawing.svg import FARTHEST, MOST_SEGMENTS, NUMBER, SHAPES, OutlineError

MOST_BYTES: Final = 262_144
MOST_ELEMENTS: Final = 5_000
DEEPEST: Final = 64
MOST_TURNS: Final = 16  # transforms of one element
NAMESPACE: Final = "http://www.w3.org/2000/svg"
WALKED: Final = ("svg", "g", "a")
NOT_LINES: Final = {
    "text": "里面有文字。请先把文字转成路径，或删去。",
    "image": "里面有一张图片，不是线。请描成路径，或删去。",
    "use": "里面有克隆的图形（use）。请先取消克隆，再导出。",
    "switch": "里面有按条件显示的内容（switch）。请删去，只留要走的线。",
}
HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)")
STYLED_TURN: Final = re.compile(r"(?<![\w-])transform\s*:(?!\s*none)")
TURN: Final = re.compile(r"[\s,]*([A-Za-z]+)\s*\(([^()]*)\)")
NUMBERS_OF: Final = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3)}


def outline_from_svg(data: bytes) -> str:
    """Path data of all lines of an SVG file, simplified, around the origin; for the setting ``outline``.

    Taken are paths, lines, polylines, polygons, circles, ellipses and rectangles that are not hidden, where their
    transforms put them. Raises :class:`OutlineError` for anything that is no such file, or too large.
    """
    reader = _Reader()
    reader.read(_text(data))
    return outline_of(reader.path).data()


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise OutlineError(f"文件太大，最多 {MOST_BYTES // 1024} KB。请只留要走的线，再导出。")
    if data.startswith(b"\x1f\x8b"):
        raise OutlineError("这是压缩过的 SVG（svgz）。请另存为不压缩的 SVG。")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OutlineError("这不是 UTF-8 编码的 SVG 文件。请用绘图软件另存为“普通 SVG”。") from error
    if not text.lstrip().startswith("<"):
        raise OutlineError("这不是 SVG 文件。请用绘图软件导出 SVG。")
    return text


class _Reader:
    """Walks through the elements; what is inside an element that is not walked is passed over."""

    def __init__(self) -> None:
        self.path = skia.Path()
        self._places = [skia.Matrix()]
        self._elements = 0
        self._shapes = 0
        self._segments = 0
        self._passed_over = 0  # how deep inside something that is no line

    def read(self, text: str) -> None:
        """Read a whole file. Raises :class:`OutlineError`."""
        parser = expat.ParserCreate("utf-8", " ")
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(text.encode("utf-8"), True)  # noqa: FBT003  WONTFIX: positional only
        except expat.ExpatError as error:
            raise OutlineError(f"SVG 文件第 {error.lineno} 行读不通。请用绘图软件重新导出。") from error
        if not self._shapes:
            raise OutlineError("SVG 文件里没有线。请把要走的线画成路径再导出。")

    def _refuse_doctype(self, *_: object) -> None:
        raise OutlineError("文件开头有 DOCTYPE，为安全不读。请删去那一行，或另存为“普通 SVG”。")

    def _start(self, tag: str, given: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._places) + self._passed_over > DEEPEST:
            raise OutlineError(f"SVG 文件太复杂：最多 {MOST_ELEMENTS} 个元素、{DEEPEST} 层。请只留要走的线。")
        space, _, name = tag.rpartition(" ")
        if self._elements == 1 and (name != "svg" or space not in ("", NAMESPACE)):
            raise OutlineError("这不是 SVG 文件。请用绘图软件导出 SVG。")
        drawn = not self._passed_over and space in ("", NAMESPACE) and not _hidden(given)
        if drawn and name in NOT_LINES:
            raise OutlineError(NOT_LINES[name])
        if not drawn or name not in (*WALKED, *SHAPES):
            self._passed_over += 1
            return
        self._open(name, given)

    def _open(self, name: str, given: Mapping[str, str]) -> None:
        if name == "svg" and self._elements > 1:
            raise OutlineError("SVG 里又套了一个 SVG。请先取消嵌套，再导出。")
        if STYLED_TURN.search(given.get("style", "")):
            raise OutlineError("样式里的 transform 不读。请在绘图软件里应用变换，再导出。")
        place = skia.Matrix.Concat(self._places[-1], _placed(given.get("transform", "")))
        if not all(abs(place[index]) <= FARTHEST for index in range(6)):
            raise OutlineError("图形的变换太大或算不出来。请在绘图软件里应用变换，再导出。")
        self._places.append(place)
        if name in SHAPES and (name != "path" or given.get("d", "").strip()):
            self._add(name, given, place)

    def _add(self, name: str, given: Mapping[str, str], place: skia.Matrix) -> None:
        self._shapes += 1
        try:
            shape = SHAPES[name](Element(name, dict(given)))
        except OutlineError as error:
            raise OutlineError(f"第 {self._shapes} 个图形（{name}）：{error}") from error
        self._segments += shape.countVerbs()
        if self._segments > MOST_SEGMENTS:
            raise OutlineError(f"线段太多，最多 {MOST_SEGMENTS} 段。请简化后再用。")
        shape.transform(place)
        self.path.addPath(shape)

    def _end(self, _tag: str) -> None:
        if self._passed_over:
            self._passed_over -= 1
        else:
            self._places.pop()


def _hidden(given: Mapping[str, str]) -> bool:
    shown = given.get("display") != "none" and given.get("visibility") not in ("hidden", "collapse")
    return not shown or HIDDEN.search(given.get("style", "")) is not None


def _placed(transform: str) -> skia.Matrix:
    """A ``transform`` attribute as a matrix. Raises :class:`OutlineError` for what moves, sizes or turns nothing."""
    place, at, turns = skia.Matrix(), 0, 0
    while found := TURN.match(transform, at):
        turns, at = turns + 1, found.end()
        if turns > MOST_TURNS:
            raise OutlineError(f"一个图形的变换太多，最多 {MOST_TURNS} 个。请在绘图软件里应用变换，再导出。")
        place = skia.Matrix.Concat(place, _matrix(found[1], found[2]))
    if transform[at:].strip(" \t\r\n,"):
        raise _unreadable(transform[at:])
    return place


def _matrix(name: str, inside: str) -> skia.Matrix:
    numbers = [float(number) for number in inside.replace(",", " ").split() if NUMBER.fullmatch(number)]
    if len(numbers) != len(inside.replace(",", " ").split()) or len(numbers) not in NUMBERS_OF.get(name, ()):
        raise _unreadable(name)
    if not all(abs(number) <= FARTHEST for number in numbers):
        raise _unreadable(name)
    if name == "matrix":
        a, b, c, d, e, f = numbers
        return skia.Matrix.MakeAll(a, c, e, b, d, f, 0, 0, 1)
    if name == "translate":
        return skia.Matrix.Translate(numbers[0], numbers[1] if len(numbers) == 2 else 0.0)
    if name == "scale":
        return skia.Matrix.Scale(numbers[0], numbers[-1])
    return skia.Matrix.RotateDeg(
        math.fmod(numbers[0], 360), skia.Point(*numbers[1:]) if numbers[1:] else skia.Point(0, 0)
    )


def _unreadable(words: str) -> OutlineError:
    what = "".join(char for char in words.strip()[:12] if char.isprintable())
    return OutlineError(
        f"图形的变换“{what}”读不了，只读 translate、scale、rotate、matrix。请在绘图软件里应用变换，再导出。"
    )
