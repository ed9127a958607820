"""What the work lies on: a said board, table, anvil or stone, else a grey one that the picture had to assume."""

from dataclasses import dataclass
from typing import Final

from generation.backends.schematic.drawing.lines import pen_line, rectangle
from generation.backends.schematic.drawing.palette import INK
from generation.backends.schematic.drawing.text import NOTE, Pen, clipped, width
from generation.backends.schematic.scenes.base import Stage
from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import UNSAID, Stuff, lay
from generation.backends.schematic.words.reading import Reading

GROUNDS: Final[tuple[tuple[str, Stuff], ...]] = (
    ("垫板", stuffs.WOOD),
    ("案板", stuffs.WOOD),
    ("面板", stuffs.WOOD),
    ("案子", stuffs.WOOD),
    ("工作台", stuffs.WOOD),
    ("木墩", stuffs.WOOD),
    ("桌", stuffs.WOOD),
    ("铁砧", stuffs.METAL),
    ("砧", stuffs.METAL),
    ("石板", stuffs.STONE),
    ("石台", stuffs.STONE),
    ("石凳", stuffs.STONE),
)
DEPTH: Final = 28.0  # how much of the board is seen from its edge


@dataclass(frozen=True, slots=True)
class Ground:
    """The board under the work: its name (empty when it was not said) and what it is made of."""

    name: str
    stuff: Stuff

    def draw(self, pen: Pen, stage: Stage, level: float) -> None:
        """The board from its edge, with its upper side at a level."""
        left, wide = stage.x + 26, stage.width - 52
        lay(pen.canvas, rectangle(left, level, wide, DEPTH, 2), self.stuff)
        if self.stuff is not UNSAID:
            pen_line(pen.canvas, [(left, level), (left + wide, level)], 3.0)

    def write(self, pen: Pen, stage: Stage, level: float, *, right: bool) -> None:
        """The name of a said board on its edge, at the end that is away from the hand."""
        style = NOTE.but(size=22, colour=INK, anchor="r" if right else "l", halo=self.stuff.body)
        x = stage.right - 38 if right else stage.x + 38
        pen.write(self.name, x, level + DEPTH / 2 + 8, style)


def ground_in(reading: Reading) -> Ground:
    """The board that the words name, else an assumed one."""
    for name, stuff in GROUNDS:
        if name in reading.words_without_tools:
            return Ground(name, stuff)
    return reading.assume("垫在下面的", Ground("", UNSAID))


def write_name(pen: Pen, name: str, at: tuple[float, float], room: float, *, right: bool) -> None:
    """The said name of a thing beside it, where at least two characters have room; ``right`` ends it at x."""
    style = NOTE.but(size=22, colour=INK, anchor="r" if right else "l")
    if name and room >= width("字字", style):
        pen.write(clipped(name, style, room), *at, style)
