"""Which picture for which step: a table of verbs, then the template's own question whether the words carry it.

A family without a template is known but cannot be drawn yet. A wrong picture is worse than a card.
"""

from dataclasses import dataclass
from typing import Final

from craftnlp.spec import Step
from generation.backends.schematic.amounts import amount, impossible
from generation.backends.schematic.cut import Cut
from generation.backends.schematic.draw import Draw
from generation.backends.schematic.flatten import Flatten
from generation.backends.schematic.reading import Reading
from generation.backends.schematic.scene import Scene
from generation.backends.schematic.stitch import Stitch

CARD: Final = "quote_card"
TEMPLATES: Final[dict[str, type[Scene]]] = {kind.template: kind for kind in (Stitch, Flatten, Draw, Cut)}
TEMPLATE_NAMES: Final = (*TEMPLATES, CARD)


@dataclass(frozen=True, slots=True)
class Family:
    """Verbs that move alike, and the template that may draw them."""

    name: str
    verbs: tuple[str, ...]
    template: str = CARD


FAMILIES: Final = (
    Family("insert", ("扎", "刺", "插", "下针", "进针", "入针", "落针", "走针", "起针", "运针", "戳"), Stitch.template),
    Family("sew", ("绣", "缝", "绗", "纳"), Stitch.template),
    Family("withdraw", ("抽", "拔", "抽针", "拔针", "穿针")),
    Family("pull", ("拉", "拽", "绷", "抻", "缫", "劈")),
    Family("hammer", ("拍", "捶", "锤", "敲", "砸"), Flatten.template),
    Family("press", ("压", "按", "摁"), Flatten.template),
    Family("chase", ("錾", "打", "压花", "压印")),
    Family("roll", ("擀", "搓", "揉", "捻", "绞", "碾", "滚")),
    Family("cut", ("剪", "裁", "刻", "下刀", "走刀"), Cut.template),
    Family("carve", ("雕", "镂", "刮", "刨", "凿", "削", "锯", "雕刻", "刻石", "刻木")),
    Family("draw", ("画", "描", "勾", "绘", "点蜡", "画蜡", "点"), Draw.template),
    Family("coat", ("刷", "涂", "髹", "抹", "上漆", "上釉", "填", "上蜡", "打蜡")),
    Family(
        "wrap",
        (
            "缠",
            "绕",
            "裹",
            "编",
            "织",
            "打结",
            "结",
            "系",
            "扎染",
            "捆",
            "扎紧",
            "扎住",
            "扎牢",
            "扎好",
            "扎成",
            "扎起",
        ),
    ),
    Family("fold", ("折", "叠", "弯", "对折")),
    Family("turn", ("转", "拉坯", "车", "旋")),
    Family("change", ("浸", "泡", "蘸", "烧", "烤", "晾", "晒", "煮", "蒸", "熬", "煨", "洗", "漂", "染")),
    Family("join", ("粘", "榫", "嵌", "镶", "贴", "拼", "装", "糊")),
    Family("polish", ("磨", "打磨", "抛光", "推光", "砑")),
    Family("check", ("量", "看", "摸", "听", "试", "尝", "闻")),
)


# 走 says only that the hand goes on; what it does there, the tool in it says. The longer tool names stand first.
GUIDED: Final = ("走", "走线", "走一圈", "行")
FAMILY_OF_TOOL: Final = (
    ("蜡刀", "draw"),
    ("笔", "draw"),
    ("筆", "draw"),
    ("刻刀", "cut"),
    ("剪", "cut"),
    ("针", "insert"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The template for a step; ``reason`` says in plain Chinese why it is only a card."""

    template: str
    family: str
    reason: str = ""


def family_of(action: str) -> Family | None:
    """The family whose verb stands earliest in the action; of two at the same place the longer one counts."""
    found = [
        (action.find(verb), -len(verb), index)
        for index, family in enumerate(FAMILIES)
        for verb in family.verbs
        if verb in action
    ]
    return FAMILIES[min(found)[2]] if found else None


def guided_family(step: Step) -> Family | None:
    """The family of a step whose verb only says that the hand goes on, by the tool that was said."""
    tools = "".join(tool.text for tool in step.tool)
    name = next((family for tool, family in FAMILY_OF_TOOL if tool in tools), "")
    return next((family for family in FAMILIES if family.name == name), None)


def choose(step: Step) -> Choice:
    """The picture that the step's own words carry, else the card and why."""
    family = guided_family(step) if step.action.text in GUIDED else family_of(step.action.text)
    name = family.name if family else ""
    reading = Reading(step)
    wrong = next((quantity for quantity in reading.quantities() if impossible(quantity)), None)
    if wrong is not None:
        return Choice(CARD, name, f"“{amount(wrong).figure}”没法照着画，请核对原话")
    if family is None or family.template == CARD:
        return Choice(CARD, name, f"“{step.action.text}”这种动作还没有画法")
    objection = TEMPLATES[family.template].objection(reading)
    return Choice(CARD, name, objection) if objection else Choice(family.template, name)
