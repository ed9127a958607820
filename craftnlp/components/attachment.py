"""Attachment: what a clause without a predicate says is lent to the nearest act; whole clauses find theirs."""

from craftnlp.components.reading import Clause, ClauseKind, Draft, Found
from craftnlp.components.scene import Scene
from craftnlp.spec import StepField

REACH = 4  # how many clauses away a clause without a predicate may lend its words
QUANTITIES = (StepField.QUANTITY, StepField.DURATION, StepField.REPETITION)
FIELD_OF_KIND = {
    "duration": StepField.DURATION,
    "month": StepField.DURATION,
    "repetition": StepField.REPETITION,
    "pass": StepField.REPETITION,
}
TOLD_ASIDE = frozenset({"size_class", "grit", "proportion"})  # what a description may say about an act
WHOLE = {
    ClauseKind.CONDITION: (StepField.CONDITION, "condition.clause"),
    ClauseKind.CAUTION: (StepField.CAUTION, "caution.clause"),
    ClauseKind.RESULT: (StepField.RESULT, "result.clause"),
}


def amounts(scene: Scene) -> None:
    """Hand each quantity to the verb before it; inside a phrase before a verb (用三张砂纸打磨) to that verb."""
    for i, word in enumerate(scene.clause.words):
        if word.amount is None:
            continue
        if scene.clause.kind is ClauseKind.DESCRIPTION and word.amount.kind not in TOLD_ASIDE:
            continue
        name = FIELD_OF_KIND.get(word.amount.kind, StepField.QUANTITY)
        found = Found(word.start, word.end, "quantity.grammar", amount=word.amount)
        verb_before = any(draft.last < i for draft in scene.drafts)
        verb_after = any(draft.first > i for draft in scene.drafts)
        scene.give(name, found, i, backwards=verb_before and not (i in scene.used and verb_after))


def lend(scenes: list[Scene], index: int) -> None:
    """Give the loose values of a clause to an act nearby."""
    for name, found in scenes[index].loose:
        owner = _repaired_owner(scenes, found) or _size_owner(scenes, index, found)
        owner = owner or _neighbour(scenes, index, forward_first=name not in QUANTITIES)
        if owner is not None:
            owner.add(name, found)


def whole_clause(scenes: list[Scene], index: int) -> None:
    """Give a condition, caution or result, as a clause, to its act."""
    scene = scenes[index]
    kind = scene.clause.kind
    if kind not in WHOLE or (kind is not ClauseKind.CAUTION and scene.drafts):
        return
    name, rule = WHOLE[kind]
    owner = scene.drafts[0] if scene.drafts else _neighbour(scenes, index, forward_first=scene.clause.towards > 0)
    if owner is not None:
        owner.add(name, Found(scene.clause.start, scene.clause.end, rule))


def _repaired_owner(scenes: list[Scene], found: Found) -> Draft | None:
    """泡二十分钟，不对，半个钟头: the corrected quantity belongs where the first one stood."""
    if found.amount is None or not found.amount.also:
        return None
    at = found.amount.also[0][0]
    home = next((scene for scene in scenes if scene.clause.start <= at < scene.clause.end), None)
    return home.drafts[-1] if home and home.drafts else None


def _size_owner(scenes: list[Scene], index: int, found: Found) -> Draft | None:
    """A needle size told before the act (针是十二号的) belongs to the act that follows."""
    if found.amount is None or found.amount.kind not in {"size_class", "grit"}:
        return None
    last = scenes[index].clause.sentence + 1
    ahead = (scene for scene in scenes[index + 1 : index + 9] if scene.drafts and scene.clause.sentence <= last)
    return next((scene.drafts[0] for scene in ahead), None)


def _neighbour(scenes: list[Scene], index: int, *, forward_first: bool) -> Draft | None:
    """The nearest predicate: words look ahead through their sentence first, quantities to the closer side."""
    ahead = [(distance, 1) for distance in range(1, REACH + 1)]
    behind = [(distance, -1) for distance in range(1, REACH + 1)]
    order = [*ahead, *behind] if forward_first else sorted([*ahead, *behind])
    for distance, side in order:
        at = index + side * distance
        if 0 <= at < len(scenes) and scenes[at].drafts and _related(scenes[index].clause, scenes[at].clause, side):
            return scenes[at].drafts[-1 if side < 0 else 0]
    return None


def _related(own: Clause, other: Clause, side: int) -> bool:
    """Within the sentence both ways; across a full stop or two only backwards."""
    return own.sentence == other.sentence or (side < 0 and own.sentence - other.sentence <= 2)
