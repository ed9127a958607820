"""What the words of a drying step say: hung or laid, sun, shade, wind."""

from dataclasses import dataclass

from craftnlp.lexicon.folding import fold
from generation.backends.schematic.scenes.props.load import load_in
from generation.backends.schematic.things.workpieces import Form, Workpiece
from generation.backends.schematic.words.reading import Reading


@dataclass(frozen=True, slots=True)
class Weather:
    """What the words say of the place."""

    sun: bool
    shade: bool
    wind: bool
    warmth: bool


def weather_in(reading: Reading) -> Weather:
    """Sun only for 晒 or 太阳, shade only for 阴 or 荫; 烘 without a fire is warmth of an unknown source."""
    shade = reading.says("阴", "荫", "背光", "避光")
    sun = (reading.says("晒", "太阳", "日头", "阳光") and not shade) or "晒" in reading.verb
    wind = reading.says("风干", "通风", "吹风", "风口", "风吹")
    return Weather(sun, shade and "晒" not in reading.verb, wind, "烘" in reading.verb)


def dried_in(reading: Reading) -> Workpiece:
    """What dries; of paint or lacquer the thing under it was not said."""
    return load_in(reading, Form.BLOCK)


def hangs(reading: Reading, work: Workpiece) -> bool:
    """Whether it hangs: as said, else as its form asks for, which is then assumed."""
    if reading.says("挂", "吊", "绳上", "竿上", "杆上", "晾绳"):
        return True
    if reading.says("摊", "放在", "搁", "平放", "板上", "架上", "地上", "席", "匾", "簸箕"):
        return False
    return reading.assume("怎样晾", work.form in (Form.SHEET, Form.STRAND))


def carrier_in(reading: Reading) -> str:
    """The place that carries the thing (竹竿上, 木架上), as said; empty when none was."""
    for term in reading.step.place:
        if any(word in fold(term.text) for word in ("绳", "竿", "杆", "架", "板", "席", "匾", "簸箕", "地上")):
            return term.text
    return ""
