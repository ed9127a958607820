"""What people decide about a proposed specification: accept, edit or strike, value by value.

A decision names its value by address (``s3.tool.0``). Deciding never loses anything: a struck value stays in the
specification with its status, and only :func:`accepted` leaves it out.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from craftnlp.sentence import sentence
from craftnlp.spec import Frozen, Hand, Phrase, Quantity, Status, Step, StepField, TechniqueSpec, Term, Value


class DecisionError(ValueError):
    """A decision cannot be applied; the message names the address and says what to do."""


class Verdict(StrEnum):
    """What can be decided about a value."""

    ACCEPT = "accept"
    EDIT = "edit"
    STRIKE = "strike"


AnyValue = Term | Hand | Phrase | Quantity


class Decision(Frozen):
    """One decision about one value. An edit brings its replacement, which must quote the transcript as well."""

    address: str
    verdict: Verdict
    replacement: AnyValue | None = None
    by: str = ""


class Correction(Frozen):
    """One line of the correction log: what was proposed, what was decided. The log is the later training set."""

    transcript_sha256: str
    reader: str
    address: str
    verdict: Verdict
    proposed: AnyValue
    decided: AnyValue | None
    by: str = ""

    def line(self) -> str:
        """The record as one line of JSON."""
        return self.model_dump_json()


def apply(spec: TechniqueSpec, decisions: Iterable[Decision]) -> TechniqueSpec:
    """The specification with the decisions carried out; of two about one value the later one holds."""
    present = dict(spec.values())
    wanted: dict[str, Value] = {}
    for decision in decisions:
        old = present.get(decision.address)
        if old is None:
            raise DecisionError(f"没有这个值：{decision.address}。请刷新页面后再试。")
        wanted[decision.address] = _decided(old, decision)
    steps = tuple(_with_values(step, wanted) for step in spec.steps)
    return spec.model_copy(update={"steps": steps})


def corrections(spec: TechniqueSpec, decisions: Iterable[Decision]) -> tuple[Correction, ...]:
    """The log records of these decisions; they prove themselves against the specification first."""
    made = tuple(decisions)
    after = dict(apply(spec, made).values())
    before = dict(spec.values())
    return tuple(
        Correction(
            transcript_sha256=spec.transcript_sha256,
            reader=spec.reader,
            address=decision.address,
            verdict=decision.verdict,
            proposed=before[decision.address],
            decided=None if decision.verdict is Verdict.STRIKE else after[decision.address],
            by=decision.by,
        )
        for decision in made
    )


def accepted(spec: TechniqueSpec) -> TechniqueSpec:
    """Only what a person has accepted or edited: everything proposed or struck vanishes, and its edges with it."""
    return spec.keeping(_confirmed(step) for step in spec.steps if _is_confirmed(step.action))


def _is_confirmed(value: Value) -> bool:
    return value.status in (Status.ACCEPTED, Status.EDITED)


def _decided(old: Value, decision: Decision) -> Value:
    if decision.verdict is Verdict.EDIT:
        return _edited(old, decision)
    if decision.replacement is not None:
        raise DecisionError(f"{decision.address}：只有修改才带新值。")
    status = Status.ACCEPTED if decision.verdict is Verdict.ACCEPT else Status.STRUCK
    return old.model_copy(update={"status": status})


def _edited(old: Value, decision: Decision) -> Value:
    new = decision.replacement
    if new is None:
        raise DecisionError(f"{decision.address}：修改时请给出新值和它的原话。")
    if type(new) is not type(old):
        raise DecisionError(f"{decision.address}：新值应是 {type(old).__name__}，不是 {type(new).__name__}。")
    return new.model_copy(update={"status": Status.EDITED})


def _with_values(step: Step, wanted: Mapping[str, Value]) -> Step:
    fields: dict[str, Any] = {}
    for name in StepField:
        values = tuple(
            wanted.get(f"{step.id}.{name.value}.{index}", value) for index, value in enumerate(step.field(name))
        )
        fields[name.value] = values[0] if name is StepField.ACTION else values
    return _spoken(step.model_copy(update=fields))


def _confirmed(step: Step) -> Step:
    fields = {
        name.value: tuple(value for value in step.field(name) if _is_confirmed(value))
        for name in StepField
        if name is not StepField.ACTION
    }
    return _spoken(step.model_copy(update=fields))


def _spoken(step: Step) -> Step:
    return step.model_copy(update={"sentence": sentence(step)})
