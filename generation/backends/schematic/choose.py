"""Which picture for which step: the verbs of all templates, then each template's own question whether the words carry it.

A wrong picture is worse than a card.
"""

from dataclasses import dataclass
from typing import Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure, Step
from generation.backends.schematic.scenes import SCENES
from generation.backends.schematic.scenes.base import Scene
from generation.backends.schematic.words.amounts import amount, impossible
from generation.backends.schematic.words.negation import undone
from generation.backends.schematic.words.reading import Reading

CARD: Final = "quote_card"
TEMPLATES: Final[dict[str, type[Scene]]] = {scene.template: scene for scene in SCENES}
TEMPLATE_NAMES: Final = (*TEMPLATES, CARD)

# 走 says only that the hand goes on; what it does there, the tool in it says. The longer tool names stand first.
GUIDED: Final = ("走", "走线", "走一圈", "行")
VERB_OF_TOOL: Final = (("蜡刀", "画"), ("笔", "画"), ("刻刀", "刻"), ("剪", "剪"), ("针", "走针"))


@dataclass(frozen=True, slots=True)
class Choice:
    """The template for a step; ``reason`` says in plain Chinese why it is only a card."""

    template: str
    family: str
    reason: str = ""


def scenes_for(action: str) -> list[type[Scene]]:
    """The templates that may be tried for an action: whose verb stands earliest in it, then whose verb is longest."""
    action = fold(action)
    found = [
        (action.find(verb), -len(verb), place)
        for place, scene in enumerate(SCENES)
        for verb in scene.verbs
        if verb in action
    ]
    return [SCENES[place] for place in dict.fromkeys(place for _, _, place in sorted(found))]


def verb_of(step: Step) -> str:
    """The action; where it only says that the hand goes on, the verb of the tool that was said."""
    if step.action.text not in GUIDED:
        return step.action.text
    tools = fold("".join(tool.text for tool in step.tool))
    return next((verb for tool, verb in VERB_OF_TOOL if tool in tools), step.action.text)


def choose(step: Step) -> Choice:
    """The first picture that the step's own words carry, else the card and why the likeliest picture was refused."""
    reading = Reading(step)
    wrong = next((quantity for quantity in reading.quantities() if impossible(quantity)), None)
    if wrong is not None:
        return Choice(CARD, "", f"“{amount(wrong).figure}”没法照着画，请核对原话")
    if undone(step):
        return Choice(CARD, "", "原话说的是不这样做")
    candidates = scenes_for(verb_of(step))
    if not candidates:
        return Choice(CARD, "", f"“{step.action.text}”这种动作还没有画法")
    objections = [(scene.objection(reading) or _too_wide(scene, reading), scene) for scene in candidates]
    for objection, scene in objections:
        if not objection:
            return Choice(scene.template, scene.family.name.lower())
    return Choice(CARD, candidates[0].family.name.lower(), objections[0][0])


def _too_wide(scene: type[Scene], reading: Reading) -> str:
    angle = reading.amount(Measure.ANGLE)
    return f"“{angle.figure}”超出了这种图画得了的角度" if angle and angle.ends[1] > scene.widest else ""
