"""What to look for, set large in the master's own words, one line after the other."""

from collections.abc import Sequence
from typing import Final

from craftnlp.lexicon.folding import fold
from generation.backends.schematic.drawing.lines import rectangle
from generation.backends.schematic.drawing.palette import BLUE, HAIR, RED, line
from generation.backends.schematic.drawing.text import Face, Pen, Style, balanced_lines, clipped, tidy, width
from generation.backends.schematic.scenes.base import Figure, Moment, Pace, Panel, Place, Scale, ease, span
from generation.backends.schematic.words.reading import Reading

MOST: Final = 4
SIZES: Final = (38, 34, 30, 26, 22)


def criteria_in(reading: Reading) -> tuple[str, ...]:
    """What was said to show that it is right: results, conditions, cautions."""
    step = reading.step
    said = [tidy(phrase.text) for phrase in (*step.result, *step.condition, *step.caution)]
    found: dict[str, str] = {}
    for text in said:
        found.setdefault(fold(text), text)
    return tuple(found.values())[:MOST]


class Criteria(Figure):
    """The criteria as a list; a red tick comes to each in turn. The words stand from the first picture on."""

    def __init__(self, reading: Reading, place: Place, said: Sequence[str]) -> None:
        del reading
        stage = place.stage
        self.panel = Panel(place, "看什么·原话", Pace.ASSUMED, Scale.NONE)
        room = stage.width - 104
        for size in SIZES:
            self.style = Style(face=Face.SEMIBOLD, size=size, colour=BLUE)
            self.lines = [balanced_lines(f"“{text}”", self.style, room)[:3] for text in said]
            self.pitch = size * 1.24
            self.gap = size * 0.62
            tall = sum(len(found) for found in self.lines) * self.pitch + self.gap * (len(said) - 1)
            widest = max(width(text, self.style) for found in self.lines for text in found)
            if tall <= stage.height - 40 and widest <= stage.width - 88:
                break
        self.tops = self._tops(stage.y + (stage.height - tall) / 2, stage.bottom - 14)

    def _tops(self, top: float, bottom: float) -> list[float]:
        """Where each criterion begins; those for which there is no room are left out."""
        tops, kept = [max(top, self.panel.stage.y + 10)], []
        for found in self.lines:
            end = tops[-1] + len(found) * self.pitch
            if end > bottom:
                break
            kept.append(found)
            tops.append(end + self.gap)
        self.lines = kept
        return tops

    def still(self, pen: Pen) -> None:
        """The words and an empty box before each."""
        stage, size = self.panel.stage, self.style.size
        for top, found in zip(self.tops, self.lines, strict=False):
            pen.canvas.drawPath(rectangle(stage.x + 28, top + size * 0.14, 30, 30, 3), line(HAIR, 2.2))
            for index, text in enumerate(found):
                base = top + size * 0.96 + index * self.pitch
                pen.write(clipped(text, self.style, stage.width - 88), stage.x + 76, base, self.style)

    def moving(self, pen: Pen, moment: Moment) -> None:
        """The ticks made so far."""
        stage, size = self.panel.stage, self.style.size
        for index, top in enumerate(self.tops[: len(self.lines)]):
            start = 0.24 + 0.5 * index / max(len(self.lines), 1)
            done = ease(span(moment.share, start, start + 0.12))
            if done <= 0:
                continue
            x, y = stage.x + 33, top + size * 0.14 + 15
            first, second = min(1.0, done * 2.5), max(0.0, (done - 0.4) / 0.6)
            pen.canvas.drawLine(x, y, x + 8 * first, y + 9 * first, line(RED, 4.2))
            if second > 0:
                pen.canvas.drawLine(x + 8, y + 9, x + 8 + 16 * second, y + 9 - 24 * second, line(RED, 4.2))
