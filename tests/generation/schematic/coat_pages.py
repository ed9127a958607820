"""What is written on a page of one scene, on stages of any height, with all its figures or one alone."""

from itertools import combinations

import skia

from craftnlp.spec import Step
from generation.backends.schematic.drawing.text import Lettered, Pen, TextLog
from generation.backends.schematic.scenes.base import CAPTION_HEIGHT, Moment, Scene, Stage, View
from generation.backends.schematic.words.reading import Reading

SLACK = 1.5  # pixels by which the boxes of two lines may touch
STAGES = tuple(Stage(124, 586 - height, 1116, height) for height in (300, 360, 440))


def lettering(scene: Scene) -> list[Lettered]:
    """Everything that a film of the scene writes on its stage."""
    recorder = skia.PictureRecorder()
    pen = Pen(recorder.beginRecording(1280, 720), TextLog())
    scene.still(pen)
    for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        scene.moving(pen, Moment(6 * share, 6))
    return list(pen.log.entries)


def faults(kind: type[Scene], step: Step) -> list[tuple[str, str]]:
    """Lines of lettering that stand on each other, or outside every panel and its caption."""
    found = []
    for stage in STAGES:
        for view in (None, *View):
            scene = kind(Reading(step), stage, view)
            boxes = lettering(scene)
            found += [(one.text, other.text) for one, other in combinations(boxes, 2) if _overlap(one, other)]
            found += [(box.text, "outside") for box in boxes if not _inside(box, scene)]
    return found


def _overlap(one: Lettered, other: Lettered) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > SLACK and down > SLACK


def _inside(box: Lettered, scene: Scene) -> bool:
    for figure in scene.figures:
        room = figure.panel.stage
        below = room.bottom if box.top < room.bottom else room.bottom + CAPTION_HEIGHT
        if room.x <= box.left and box.right <= room.right and room.y <= box.top and box.bottom <= below:
            return True
    return False
