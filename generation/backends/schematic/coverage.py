"""How many steps get a drawn plate and how many only a page with the quote, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from craftnlp import CueError, read
from craftnlp.decisions import accepted
from craftnlp.evaluation import PassageText, read_lines
from craftnlp.spec import Step, TechniqueSpec
from generation.backends.schematic.choose import CARD, Choice, choose


@dataclass(frozen=True, slots=True)
class Coverage:
    """The choice for each step, in order."""

    choices: tuple[tuple[Step, Choice], ...]

    @property
    def drawn(self) -> int:
        """How many get a drawn plate."""
        return sum(choice.template != CARD for _, choice in self.choices)

    @property
    def share(self) -> float:
        """The drawn part of all steps, 0 to 1; 0 where there is no step."""
        return self.drawn / len(self.choices) if self.choices else 0.0

    def lines(self) -> Iterator[str]:
        """A line for each step, then the sum."""
        for step, choice in self.choices:
            words = " ".join(step.clause.text.split())
            yield "\t".join(part for part in (choice.template, step.action.text, words, choice.reason) if part)
        yield f"{self.drawn} / {len(self.choices)} 步画成图，{self.share:.0%}"


def coverage(steps: Iterable[Step]) -> Coverage:
    """What would be drawn of these steps."""
    return Coverage(tuple((step, choose(step)) for step in steps))


def steps_in(path: Path) -> Iterator[Step]:
    """The steps of a file. Raises ``OSError``, or ``ValueError`` for what is neither of the two forms.

    ``*.jsonl`` holds passages as ``python -m craftnlp predict`` takes them: each is read, all its steps count.
    Anything else is a specification: its accepted steps with their accepted values count, or, where nobody has
    decided anything yet, all as they were read.
    """
    if path.suffix == ".jsonl":
        yield from _passages(path)
    else:
        yield from _specification(path)


def _passages(path: Path) -> Iterator[Step]:
    with path.open("rb") as lines:
        for passage in read_lines(lines, PassageText):
            try:
                yield from read(passage.cues()).performed()
            except CueError:  # no Chinese in it, so no step
                continue


def _specification(path: Path) -> Iterator[Step]:
    try:
        spec = TechniqueSpec.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise ValueError(f"{path} 不是技法规范，也不叫 .jsonl：{error.errors()[0]['msg']}") from error
    decided = accepted(spec)
    yield from (decided if decided.steps else spec).performed()
