"""take_up: a thing is taken out of a vessel, water or a kiln, or off a ground; a sheet is peeled from its corner."""

import re
from collections.abc import Sequence
from typing import ClassVar, Final

from craftnlp.lexicon.folding import fold
from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene, View
from generation.backends.schematic.scenes.lift.lid import LidLift, LidSection
from generation.backends.schematic.scenes.lift.peel import PeelPlan, PeelSide
from generation.backends.schematic.scenes.props.goal import Goal, Where, count_of, goal_named, noted, thing_in
from generation.backends.schematic.scenes.props.passage import MOST, Way, passage_parts
from generation.backends.schematic.things.stuff import UNSAID
from generation.backends.schematic.things.workpieces import Form, Workpiece, kind_of
from generation.backends.schematic.words.reading import Reading

PEELING: Final = ("揭", "掀", "撕")
LIFTED_OUT: Final = ("捞", "取", "拿出")
OTHER_WORK: Final = ("提花", "提高", "提纯", "提炼", "提前", "提取", "取材", "取火", "取直", "取平", "提亮", "提线")
TORN_OFF: Final = ("撕下", "撕掉", "撕起", "撕去")


def source_in(reading: Reading, thing: Workpiece) -> Goal:
    """Where the thing is taken from: the said place, a path that begins with 从, else assumed."""
    names = [term.text for term in reading.step.place]
    names += [re.sub(r"^[从由]", "", fold(phrase.text)) for phrase in reading.step.path]
    for name in names:
        goal = goal_named(name) if name != thing.name and "角" not in name else None
        if goal:
            return noted(reading, goal)
    inside = any(word in reading.verb for word in LIFTED_OUT)
    reading.assume("从哪里取" if inside else "底下的台面", None)
    return Goal("", Where.VESSEL if inside else Where.SURFACE, UNSAID)


def lifted_in(reading: Reading) -> Workpiece:
    """What is lifted; what was read as a place without 里 or 上 is the thing itself (提起抄纸帘)."""
    step = reading.step
    if not step.material and step.place and not fold(step.place[0].text).endswith(("里", "上", "内", "中")):
        name = step.place[0].text
        kind = kind_of(name)
        return (
            Workpiece(name, kind[0], kind[1])
            if kind
            else reading.assume(f"{name[:8]}的样子", Workpiece(name, Form.LUMP, UNSAID))
        )
    return thing_in(reading)


def sheet_in(reading: Reading) -> Workpiece:
    """The sheet that is peeled; a plain one where nobody said."""
    thing = thing_in(reading, unsaid=Form.SHEET)
    return thing if thing.form is Form.SHEET else Workpiece(thing.name, Form.SHEET, UNSAID)


def lidded(reading: Reading) -> Workpiece | None:
    """The vessel whose lid is lifted (揭开楻桶)."""
    if not any(word in reading.verb for word in ("揭", "掀")):
        return None
    for term in (*reading.step.material, *reading.step.place):
        name = fold(term.text).removesuffix("的盖子").removesuffix("盖子").removesuffix("盖")
        kind = kind_of(name)
        if kind and kind[0] is Form.VESSEL:
            return Workpiece(term.text, kind[0], kind[1])
    return None


def peels(reading: Reading) -> bool:
    """Whether a sheet comes off from a corner rather than a thing out of something."""
    return any(word in reading.verb for word in PEELING)


class TakeUp(Scene):
    """Taking out, lifting, peeling off."""

    template: ClassVar[str] = "take_up"
    family: ClassVar[Family] = Family.PLACE
    verbs: ClassVar[tuple[str, ...]] = ("取", "拿出", "捞", "提", "揭", "掀", "撕")
    measure_names: ClassVar[dict[Measure, str]] = {Measure.COUNT: "数量", Measure.ANGLE: "揭起的斜度"}

    def parts(self, reading: Reading) -> Sequence[Part]:
        """A lid that is lifted; a sheet that is peeled; or a thing on its way out."""
        vessel = lidded(reading)
        if vessel:
            return [
                Part(View.OVERVIEW, 60, lambda place: LidLift(reading, place, vessel)),
                Part(View.SIDE, 40, lambda place: LidSection(reading, place, vessel)),
            ]
        if peels(reading):
            sheet = sheet_in(reading)
            things = (sheet, source_in(reading, sheet))
            return [
                Part(View.OVERVIEW, 60, lambda place: PeelPlan(reading, place, things)),
                Part(View.SIDE, 40, lambda place: PeelSide(reading, place, things)),
            ]
        way = _way_out(reading)
        return passage_parts(reading, way)

    @staticmethod
    def objection(reading: Reading) -> str:
        """Taking needs a thing; peeling needs nothing but itself; neither is drawn for liquids or other work."""
        if any(word in reading.verb for word in OTHER_WORK):
            return "这不是把东西拿起来"
        if "撕" in reading.verb and not any(word in reading.verb for word in TORN_OFF):
            return "撕开还没有画法"
        if peels(reading):
            return _objection_to_sheet(reading)
        return _objection_to_thing(reading)


def _objection_to_thing(reading: Reading) -> str:
    kinds = [kind_of(term.text) for term in reading.step.material]
    if any(kind and kind[0] is Form.LIQUID for kind in kinds):
        return "取水取浆还没有画法"
    return "" if reading.step.material or reading.step.place else "原话没有说到取什么"


def _objection_to_sheet(reading: Reading) -> str:
    kinds = [kind_of(term.text) for term in reading.step.material]
    hard = any(kind and kind[0] not in (Form.SHEET, Form.VESSEL) for kind in kinds)
    return "揭的不是纸、布或盖子" if hard else ""


def _way_out(reading: Reading) -> Way:
    thing = lifted_in(reading)
    said = count_of(reading, thing)
    if said and said > MOST:
        reading.assume("画出的次数", None)
    return Way(thing, source_in(reading, thing), said if said and said <= MOST else 1, out=True)
