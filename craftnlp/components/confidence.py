"""How sure each rule is: its measured precision, never an opinion.

The figures stand in ``confidence.tsv``: how often a rule fired on annotated text, how often an annotated span answered
it (the lenient match), and which text that was. Each is smoothed, (right + 1) / (fired + 2): a rule that fired twice is
not called certain, and one that never fired is as likely wrong as right. A rule of the labeller is measured in bands of
the probability it states. :func:`measure` and :func:`table` write the figures anew:

    tallies = measure(outcomes)  # pairs of component and whether it was right
    PATH.write_text(table(tallies, "what they were measured on"), encoding="utf-8")
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).with_suffix(".tsv")
COLUMNS = ("rule", "right", "fired", "data")
BANDS = (0.95, 0.8, 0.6, 0.0)


class Tally(NamedTuple):
    """How often a rule was right, of how many times it fired."""

    right: int = 0
    fired: int = 0

    @property
    def precision(self) -> float:
        """The smoothed share that was right."""
        return (self.right + 1) / (self.fired + 2)


class ConfidenceError(ValueError):
    """The table is wrong; the message names the line."""


def load(text: str) -> dict[str, Tally]:
    """The tallies of a table. Raises :class:`ConfidenceError`."""
    lines = text.splitlines()
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise ConfidenceError(f"{PATH.name}: the first line must be {', '.join(COLUMNS)}")
    tallies = {}
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or not (cells[1].isdecimal() and cells[2].isdecimal()):
            raise ConfidenceError(f"{PATH.name}:{number}: not a rule with two numbers and its data: {line!r}")
        tallies[cells[0]] = Tally(int(cells[1]), int(cells[2]))
        if tallies[cells[0]].right > tallies[cells[0]].fired:
            raise ConfidenceError(f"{PATH.name}:{number}: a rule cannot be right more often than it fired")
    return tallies


RULES = {rule: round(tally.precision, 2) for rule, tally in load(PATH.read_text(encoding="utf-8")).items()}
UNMEASURED = Tally().precision  # a rule that has not fired on annotated text yet


def confidence(rule: str) -> float:
    """The confidence of a value that this rule read."""
    return RULES.get(rule, UNMEASURED)


def banded(rule: str, probability: float | None) -> str:
    """The name under which a rule is measured: with the band of its probability, where it states one."""
    if probability is None:
        return rule
    return f"{rule}.{round(100 * next(band for band in BANDS if probability >= band))}"


def rule_of(component: str) -> str:
    """The rule in the name of a component: ``roles:tool.cue/1`` read by ``tool.cue``."""
    return component.partition("/")[0].partition(":")[2]


def measure(outcomes: Iterable[tuple[str, bool]]) -> dict[str, Tally]:
    """The tally of each rule, from the component of every read value and whether an annotated span answered it."""
    fired, right = Counter[str](), Counter[str]()
    for component, is_right in outcomes:
        if rule := rule_of(component):
            fired[rule] += 1
            right[rule] += is_right
    return {rule: Tally(right[rule], fired[rule]) for rule in sorted(fired)}


def table(tallies: Mapping[str, Tally], data: str) -> str:
    """The table as text; ``data`` says what it was measured on."""
    rows = [(rule, str(tally.right), str(tally.fired), data) for rule, tally in sorted(tallies.items())]
    return "\n".join("\t".join(row) for row in (COLUMNS, *rows)) + "\n"
