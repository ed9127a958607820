"""Roles: which words of a clause say the tool, the material, the hand, the path, the place, the manner.

A role goes to the nearest predicate of its own clause; a clause without one lends its words to the nearest clause
that has one. Nothing is carried further than that.
"""

from craftnlp.components.attachment import amounts, lend, whole_clause
from craftnlp.components.cued import cued
from craftnlp.components.objects import fronted, objects
from craftnlp.components.reading import ClauseKind, Reading
from craftnlp.components.scene import set_scene
from craftnlp.components.ways import hands, manners

SILENT = (ClauseKind.QUESTION, ClauseKind.CHATTER, ClauseKind.HEADING)


def roles(reading: Reading) -> None:
    """Read the roles of every clause, then attach what no predicate of its own clause took."""
    scenes = [set_scene(clause) for clause in reading.clauses]
    for scene in scenes:
        if scene.clause.kind is ClauseKind.ACT or scene.drafts:
            hands(scene, reading)
            manners(scene, reading)
            cued(scene)
            objects(scene)
            fronted(scene)
        if scene.clause.kind not in SILENT:
            amounts(scene)
    for index in range(len(scenes)):
        lend(scenes, index)
        whole_clause(scenes, index)
