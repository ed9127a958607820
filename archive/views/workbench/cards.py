"""One card per step: every value with its quote, how sure the reader was, and what was decided."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise

from archive.models import Cue
from archive.views.facts import FIELDS, HANDS, MEASURES, measured
from archive.views.order import Part, drawing, sections_told
from craftnlp.sentence import title
from craftnlp.spec import Hand, Quantity, Section, Status, Step, StepField, TechniqueSpec, Value

SURE = 0.75  # below this a value is shown as 待核


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a step."""

    address: str
    label: str | Promise
    value: Value
    cue: Cue | None
    is_action: bool

    @property
    def anchor(self) -> str:
        """The address as an HTML id."""
        return self.address.replace(".", "-")

    @property
    def text(self) -> str:
        """The value for the reader."""
        if isinstance(self.value, Quantity):
            return measured(self.value)
        return str(HANDS[self.value.side]) if isinstance(self.value, Hand) else getattr(self.value, "text", "")

    @property
    def percent(self) -> int:
        """How sure the reader was."""
        return int(self.value.confidence * 100)

    @property
    def doubtful(self) -> bool:
        """Whether the reader was not sure."""
        return self.value.confidence < SURE

    @property
    def waiting(self) -> bool:
        """Whether nobody has decided yet."""
        return self.value.status is Status.PROPOSED


@dataclass(frozen=True, slots=True)
class Card:
    """One step, ready for the page. ``before`` and ``after`` are the neighbours that can take it up, if there are.

    ``opens`` is the section that begins with it.
    """

    number: int
    step: Step
    title: str
    rows: tuple[Row, ...] = field(default=())
    before: str = ""
    after: str = ""
    opens: Section | None = None

    @property
    def waiting(self) -> int:
        """How many values still wait for a decision."""
        return sum(row.waiting for row in self.rows)

    @property
    def struck(self) -> bool:
        """Whether the step itself was struck."""
        return self.step.action.status is Status.STRUCK


def cards(spec: TechniqueSpec, cues: Sequence[Cue]) -> list[Card]:
    """The steps of a specification with the cue in which each value was said."""
    ids = ["", *("" if step.action.status is Status.STRUCK else step.id for step in spec.steps), ""]
    opens = {section.first: section for section in spec.sections}
    return [
        Card(
            number,
            step,
            title(step),
            tuple(rows(step, cues)),
            before=ids[number - 1],
            after=ids[number + 1],
            opens=opens.get(step.id),
        )
        for number, step in enumerate(spec.steps, 1)
    ]


def in_order(spec: TechniqueSpec) -> TechniqueSpec:
    """The specification with its steps in the order of doing, as the public page and the films number them."""
    steps = spec.performed()
    sections = tuple(
        section.model_copy(update={"first": next(step.id for step in steps if step.id in told)})
        for section, told in sections_told(spec)
        if section
    )
    return spec.model_copy(update={"steps": steps, "sections": sections})


def order(spec: TechniqueSpec, shown: Iterable[Card]) -> tuple[Part, ...]:
    """The order of doing as a drawing of these cards, without the steps that were struck."""
    left = {card.step.id: card for card in shown if not card.struck}
    return drawing(spec, {step.id: left[step.id] for step in spec.performed() if step.id in left})


def waiting_addresses(step: Step) -> Iterator[str]:
    """What 整步接受 accepts: all that was said and that nobody has decided. An inferred value needs its own decision."""
    for address, value in step.values():
        if value.status is Status.PROPOSED and not value.inferred:
            yield address


def rows(step: Step, cues: Sequence[Cue]) -> Iterator[Row]:
    """Every value of a step with the line in which it was said."""
    starts = [cue.offset for cue in cues]
    for address, value in step.values():
        name = StepField(address.split(".")[1])
        at = bisect_right(starts, value.quote.start) - 1
        cue = cues[at] if at >= 0 else None
        yield Row(address, _label(name, value), value, cue, is_action=name is StepField.ACTION)


def _label(name: StepField, value: Value) -> str | Promise:
    """What a value is: its measure for a quantity that has one, else its field."""
    return MEASURES.get(value.measure, FIELDS[name]) if isinstance(value, Quantity) else FIELDS[name]
