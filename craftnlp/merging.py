"""Joining steps that tell one act: a person decides that several read steps belong together.

A master often needs several clauses for one movement (右手捏针，…，慢慢扎进去，…，顺着梅花的边走一圈). The reader keeps
clauses apart; the archivist may join them. Nothing is added: every value keeps its own quote.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from craftnlp.sentence import sentence
from craftnlp.spec import Edge, Question, Quote, Status, Step, StepField, TechniqueSpec, Value, is_order


class MergeError(ValueError):
    """These steps cannot be joined; the message says why and what to do, in both languages."""

    def __init__(self, message: str, english: str) -> None:
        super().__init__(message)
        self.english = english


def merge(spec: TechniqueSpec, transcript: str, *, into: str, parts: Collection[str]) -> TechniqueSpec:
    """The specification with the steps ``parts`` taken up by the step ``into``, whose action stands for all.

    The clause grows to the whole passage. Raises :class:`MergeError` for unknown steps, for ``into`` among its parts, and
    for a step ``into`` that was struck: what it took up would be lost with it.
    """
    known = {step.id: step for step in spec.steps}
    if unknown := {into, *parts} - known.keys():
        names = "、".join(sorted(unknown))
        raise MergeError(
            f"没有这一步：{names}。请刷新页面后再试。",
            f"There is no such step: {names}. Reload the page and try again.",
        )
    if into in parts or not parts:
        raise MergeError("请选择要并入的另一步。", "Choose another step to join this one into.")
    if known[into].action.status is Status.STRUCK:
        raise MergeError(
            "那一步已经删去，并进去的也会没有。请先重新接受那一步的动作。",
            "That step is struck; what is joined into it would be lost. Accept its action again first.",
        )
    joined = _joined(known[into], [known[part] for part in parts], transcript)
    steps = tuple(joined if step.id == into else step for step in spec.steps if step.id not in parts)
    return spec.keeping(steps).model_copy(update={"edges": _edges(spec, into, parts)})


def _joined(target: Step, others: list[Step], transcript: str) -> Step:
    fields: dict[str, Any] = {
        name.value: tuple(sorted(_values((target, *others), name), key=lambda value: value.quote.start))
        for name in StepField
        if name is not StepField.ACTION
    }
    start = min(step.clause.start for step in (target, *others))
    end = max(step.clause.end for step in (target, *others))
    clause = Quote(start=start, end=end, text=transcript[start:end])
    secret = any(step.secret for step in (target, *others))
    step = target.model_copy(update=fields | {"clause": clause, "secret": secret})
    return step.model_copy(update={"sentence": sentence(step), "questions": _unanswered(step)})


def _values(steps: Iterable[Step], name: StepField) -> Iterator[Value]:
    """All values of a field; what one step only inherited from another joined with it is said there."""
    held = [value for step in steps for value in step.field(name)]
    said = {value.quote for value in held if not value.inferred}
    yield from (value for value in held if not (value.inferred and value.quote in said))


def _unanswered(step: Step) -> tuple[Question, ...]:
    """The questions that the joined values do not answer."""
    measured = {quantity.measure for quantity in (*step.quantity, *step.duration, *step.repetition)}
    return tuple(
        question
        for question in step.questions
        if (question.measure not in measured if question.measure else not step.field(question.field))
    )


def _edges(spec: TechniqueSpec, into: str, parts: Collection[str]) -> tuple[Edge, ...]:
    """The edges of the joined steps end at the step that took them up; none joins it to itself or closes a circle."""
    joined = {into, *parts}
    moved = (
        edge.model_copy(
            update={
                "source": into if edge.source in joined else edge.source,
                "target": into if edge.target in joined else edge.target,
            }
        )
        for edge in spec.edges
        if not {edge.source, edge.target} <= joined
    )
    return _without_circles(dict.fromkeys(moved))


def _without_circles(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """The edges without those that would lead back to where the earlier ones came from."""
    kept: list[Edge] = []
    after: dict[str, set[str]] = {}
    for edge in edges:
        if is_order(edge):
            if _leads(after, edge.target, edge.source):
                continue
            after.setdefault(edge.source, set()).add(edge.target)
        kept.append(edge)
    return tuple(kept)


def _leads(after: dict[str, set[str]], start: str, goal: str) -> bool:
    seen, ahead = {start}, [start]
    while ahead:
        found = after.get(ahead.pop(), set()) - seen
        seen |= found
        ahead += found
    return goal in seen
