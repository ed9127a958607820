"""What the reader had proposed and what became of it, for one proposal."""

from collections.abc import Iterable
from typing import Any

from archive.models import TechniqueSpec, ValueDecision
from craftnlp.corrections import LoggedValue, log_of
from craftnlp.spec import Status, Value
from craftnlp.spec import TechniqueSpec as Spec

Content = dict[str, Any]


def logged(row: TechniqueSpec, shown: Spec) -> tuple[LoggedValue, ...]:
    """The log of ``shown``, which is the specification of the row or a part of it. Queries the decisions, unless prefetched."""
    made = _edits(row.decisions.all())
    proposed = {address: _as_read(value, made) for address, value in shown.values()} if made else {}
    return log_of(shown, proposed, craft=row.technique.craft.name_zh)


def _edits(decisions: Iterable[ValueDecision]) -> list[tuple[Content, Content]]:
    """What the edits made of what, the latest first. Only an edit changes more than the status."""
    edits = [one for one in decisions if one.decision == ValueDecision.Decision.EDIT]
    edits.sort(key=lambda one: one.pk, reverse=True)
    return [(_undecided(one.after), _undecided(one.before)) for one in edits if one.after is not None]


def _as_read(value: Value, edits: list[tuple[Content, Content]]) -> Value:
    """What the reader had proposed: the edits are walked back. Addresses change when steps are joined, values do not."""
    content = _undecided(value.model_dump(mode="json"))
    for after, before in edits:
        if after == content:
            content = before
    return type(value).model_validate(content)


def _undecided(content: Content) -> Content:
    return content | {"status": Status.PROPOSED.value}
