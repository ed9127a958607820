"""The rules' specification with what was taken from the model: new values in their steps, new steps between them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from craftnlp.components.assembly import assembly
from craftnlp.components.frames import frames
from craftnlp.components.reading import Draft, Reading
from craftnlp.sentence import sentence
from craftnlp.spec import Edge, Section, Step, StepField, TechniqueSpec, Value

CONFIDENCE: Final = 0.5  # not measured: no archivist has judged a model's values yet


def join(
    spec: TechniqueSpec, reading: Reading, drafts: Sequence[tuple[Step | None, Draft]], *, model: str
) -> TechniqueSpec:
    """A draft with a step of the rules adds to it; one without becomes a step. Rule-read steps keep their ids."""
    component, last = f"llm/{model}", max((int(step.id[1:]) for step in spec.steps), default=0)
    grown, new = {step.id: step for step in spec.steps}, list[Step]()
    candidates = list(spec.candidates)
    for target, draft in drafts:
        told = _assembled(reading, draft)
        values = {name: tuple(_signed(value, component) for value in told.field(name)) for name in StepField}
        if target:
            grown[target.id] = _added(grown[target.id], values)
        else:
            action = values.pop(StepField.ACTION)[0]
            step = told.model_copy(update={"id": f"s{last + len(new) + 1}", "action": action})
            new.append(step.model_copy(update={name.value: held for name, held in values.items()}))
        candidates += reading.candidates
    steps = sorted((*grown.values(), *new), key=_told_at)
    return spec.model_copy(
        update={
            "steps": tuple(_asked(reading, steps)),
            "edges": (*spec.edges, *_edges(spec, steps, {step.id for step in new})),
            "candidates": tuple(sorted(dict.fromkeys(candidates), key=lambda candidate: candidate.quote.start)),
            "sections": tuple(_section(section, spec, new) for section in spec.sections),
            "reader": f"{spec.reader} {component}",
        }
    )


def _assembled(reading: Reading, draft: Draft) -> Step:
    """One step by itself: nothing is carried over into it or out of it."""
    reading.drafts = [draft]
    assembly(reading)
    return reading.steps[0]


def _signed(value: Value, component: str) -> Value:
    return value.model_copy(update={"component": component, "confidence": CONFIDENCE})


def _added(step: Step, values: dict[StepField, tuple[Value, ...]]) -> Step:
    fields: dict[str, Any] = {
        name.value: tuple(sorted((*_said(step, name), *held), key=lambda value: value.quote.start))
        for name, held in values.items()
        if name is not StepField.ACTION and held
    }
    step = step.model_copy(update=fields)
    return step.model_copy(update={"sentence": sentence(step)})


def _said(step: Step, name: StepField) -> Iterator[Value]:
    """The values of a field without what was carried over: what is said takes its place."""
    return (value for value in step.field(name) if not value.inferred)


def _asked(reading: Reading, steps: Sequence[Step]) -> list[Step]:
    """The steps with what is still to be asked about them."""
    reading.steps = list(steps)
    frames(reading)
    return reading.steps


def _edges(spec: TechniqueSpec, steps: Sequence[Step], new: set[str]) -> Iterator[Edge]:
    """A new step follows the one told before it in its section. No edge leads out of it: that could close a circle."""
    for before, after in pairwise(steps):
        apart = any(_told_at(before) < section.quote.start <= _told_at(after) for section in spec.sections)
        if after.id in new and not apart:
            yield Edge(source=before.id, target=after.id)


def _section(section: Section, spec: TechniqueSpec, new: Sequence[Step]) -> Section:
    """The section, which begins with a new step where that is told before its first."""
    first = spec.step(section.first)
    earlier = [step for step in new if section.quote.start <= _told_at(step) < _told_at(first)]
    return section.model_copy(update={"first": min((first, *earlier), key=_told_at).id})


def _told_at(step: Step) -> int:
    return step.action.quote.start
