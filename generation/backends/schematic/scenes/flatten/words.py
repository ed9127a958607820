"""How a step says that something is made flat: what the mass is, and what strikes or presses it."""

from typing import Final

from generation.backends.schematic.things import stuff as stuffs
from generation.backends.schematic.things.stuff import Stuff
from generation.backends.schematic.things.tools import BLOCK, TOOLS, Tool, tool_in
from generation.backends.schematic.things.workpieces import kind_of
from generation.backends.schematic.words.reading import Reading

# What gives way when it is struck or pressed. Of several words the first one found counts.
GIVING: Final[tuple[tuple[tuple[str, ...], Stuff], ...]] = (
    (("泥", "陶土", "瓷土", "坯", "土团", "紫砂"), stuffs.CLAY),
    (("面团", "面饼", "米团", "豆馅", "馅", "茶饼", "糖"), stuffs.FOOD),
    (("蜡",), stuffs.WAX),
    (("铜",), stuffs.COPPER),
    (("金片", "金条", "金块", "金料", "金叶"), stuffs.GOLD),
    (("银", "锡", "铁"), stuffs.METAL),
)
PRESSING: Final = ("压", "按", "摁")
BLADES: Final = ("拍", "板")
PALMS: Final = ("手掌", "掌心", "掌根", "徒手", "巴掌")


def stuff_words(reading: Reading) -> str:
    """The words that can name the mass: the material, else everything but the tool."""
    return reading.materials or reading.words_without_tools


def gives_way(reading: Reading) -> bool:
    """Whether a mass was said that gets thinner under blows."""
    return any(word in stuff_words(reading) for words, _ in GIVING for word in words)


def stuff_of(reading: Reading) -> Stuff:
    """What the mass is made of."""
    words = stuff_words(reading)
    named = kind_of(reading.step.material[0].text) if reading.step.material else None
    found = next((stuff for names, stuff in GIVING if any(name in words for name in names)), stuffs.UNSAID)
    return named[1] if named and named[1] in {stuff for _, stuff in GIVING} else found


def presses(reading: Reading) -> bool:
    """Whether it is pressed, not struck."""
    return any(word in reading.verb for word in PRESSING)


def bare_handed(reading: Reading) -> bool:
    """Whether the palm itself does it: a palm was named, or a hand and no tool."""
    return not reading.step.tool and (reading.says(*PALMS) or bool(reading.step.hand))


def tool_of(reading: Reading) -> Tool | None:
    """The said tool, none for the bare hand, else a grey one."""
    if bare_handed(reading):
        return None
    found = tool_in(reading, does="flatten")
    if found:
        return found
    if any(word in reading.tools for word in BLADES):
        return reading.assume("工具的样子", TOOLS["paddle"])
    return reading.assume("工具", BLOCK)
