"""place: a thing is put down on a ground, or into a vessel, water or a kiln."""

from collections.abc import Sequence
from typing import ClassVar, Final

from craftnlp.spec import Measure
from generation.backends.schematic.scenes.base import Family, Part, Scene
from generation.backends.schematic.scenes.props.goal import count_of, goal_in, thing_in
from generation.backends.schematic.scenes.props.passage import MOST, Way, passage_parts
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

OTHER_WORK: Final = (
    "加工", "加热", "加固", "加深", "加强", "加长", "加宽", "加厚", "加压", "加温", "加速", "加火", "加捻", "加印",
    "放大", "放松", "放慢", "放样", "放线", "放凉", "放冷", "摆动", "摇摆", "摆正", "盖章", "盖印", "添彩", "添色",
    "布置", "装置", "设置", "投影", "放火", "放气", "释放", "放映",
)  # fmt: skip
STAMPED: Final = ("章", "印", "房", "屋", "瓦", "盖")


def way_in(reading: Reading, *, out: bool) -> Way:
    """What the words say goes where; more things than can be drawn are drawn fewer, and that is said."""
    thing = thing_in(reading)
    goal = goal_in(reading)
    said = count_of(reading, thing)
    count = said if said and said <= MOST else 1
    if said and said > MOST:
        reading.assume("画出的次数", None)
    return Way(thing, goal, count, out)


class Put(Scene):
    """Putting a thing down."""

    template: ClassVar[str] = "place"
    family: ClassVar[Family] = Family.PLACE
    verbs: ClassVar[tuple[str, ...]] = (
        "放", "搁", "摆", "装进", "装入", "移入", "移到", "丢进", "丢入", "丢到", "送入", "送进", "盖", "捧", "加", "添",
        "置", "投", "下锅", "入锅", "入窑", "装窑",
    )  # fmt: skip
    measure_names: ClassVar[dict[Measure, str]] = {Measure.COUNT: "数量", Measure.DURATION: "放多久"}

    def parts(self, reading: Reading) -> Sequence[Part]:
        """The hand that puts the thing down; the place cut open or from its edge."""
        way = way_in(reading, out=False)
        return passage_parts(reading, way)

    @staticmethod
    def objection(reading: Reading) -> str:
        """Putting needs a thing or a place, and a thing that is no liquid."""
        if any(word in reading.verb for word in OTHER_WORK):
            return "这不是把东西放下"
        if "盖" in reading.verb and any(word in reading.materials for word in STAMPED):
            return "盖的不是布、纸这样的料"
        if not (reading.step.material or reading.step.place):
            return "原话没有说到放什么，也没有说到放在哪里"
        liquid = any(kind and kind[0] is Form.LIQUID for kind in (kind_of(term.text) for term in reading.step.material))
        return "放的是水浆，不是手拿的东西" if liquid else ""
