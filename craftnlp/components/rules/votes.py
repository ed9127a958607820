"""Rules: what small words and word lists say about each clause. The labeller weighs it together with everything else.

A rule knows only its own clause. What it finds is a vote, not yet a value.
"""

from collections.abc import Iterator

from craftnlp.components.reading import ClauseKind, Found, Reading
from craftnlp.components.rules.cued import cued
from craftnlp.components.rules.objects import fronted, objects
from craftnlp.components.rules.predicates import predicates
from craftnlp.components.rules.scene import Scene, set_scene
from craftnlp.components.rules.ways import hands, manners
from craftnlp.spec import StepField

WHOLE = {
    ClauseKind.CONDITION: StepField.CONDITION,
    ClauseKind.CAUTION: StepField.CAUTION,
    ClauseKind.RESULT: StepField.RESULT,
}


def rules(reading: Reading) -> None:
    """Collect the votes of every clause."""
    predicates(reading)
    reading.votes = [vote for clause in reading.clauses for vote in _votes(set_scene(clause), reading)]
    for clause in reading.clauses:
        clause.predicates = []


def _votes(scene: Scene, reading: Reading) -> Iterator[tuple[StepField, Found]]:
    clause, drafts = scene.clause, scene.drafts
    if clause.kind is ClauseKind.ACT or drafts:
        hands(scene, reading)
        manners(scene, reading)
        cued(scene)
        objects(scene)
        fronted(scene)
    yield from ((StepField.ACTION, draft.action) for draft in drafts)
    yield from scene.found
    yield from ((name, found) for draft in drafts for name, held in draft.slots.items() for found in held)
    if clause.kind in WHOLE and (clause.kind is ClauseKind.CAUTION or not drafts):
        yield WHOLE[clause.kind], Found(clause.start, clause.end, "clause")
