"""Phrases that a small word announces: 用 + tool, 把 + material, 沿 + path, 在 + place."""

import re

from craftnlp.components.reading import Found, Word
from craftnlp.components.rules.phrases import chunk_end, has_noun, is_place, trimmed
from craftnlp.components.rules.scene import Scene, phrase_found, said
from craftnlp.components.rules.ways import HAND
from craftnlp.components.words import LOCALIZERS, OBJECT_CUES, PATH_CUES, TOOL_CUES
from craftnlp.spec import StepField, TermClass

CUES = TOOL_CUES | OBJECT_CUES | PATH_CUES | {"在"}
CONSUMABLE = re.compile("[霜末屑渣料水灰蜡糊浆油胶漆釉药泥粉线丝绳布纸液汁膏酒醋盐火]$")
MANNER_HEAD = re.compile("(?:方法|方式|办法|法|力|力气|劲|手法|火|速度|姿势)$")
ABRASIVE = re.compile("(?:砂纸|磨石|砥石|油石)上?$")
NO_PATH = frozenset({"今年", "今天", "小", "头", "前"})
NO_PLACE = frozenset({"时候", "时", "一起", "过程"})


def cued(scene: Scene) -> None:
    """Read every announced phrase of a clause."""
    for i, word in enumerate(scene.clause.words):
        if i not in scene.used and word.term is None and word.amount is None and word.text in CUES:
            _phrase_after(scene, i)


def _phrase_after(scene: Scene, i: int) -> None:
    words = scene.clause.words
    end = chunk_end(scene.clause, i + 1, scene.spots)
    phrase = [words[k] for k in range(i + 1, end) if k not in scene.used]
    if HAND.fullmatch(words[end - 1].text) and end - 1 > i:
        return
    cue = words[i].text + ("着" if phrase and phrase[0].text == "着" else "")
    if cue in PATH_CUES:
        _path(scene, i, phrase)
    elif cue == "在":
        _place(scene, i, phrase)
    else:
        _thing(scene, i, cue, phrase)


def _thing(scene: Scene, i: int, cue: str, phrase: list[Word]) -> None:
    words = scene.clause.words
    kept = trimmed(phrase, keep_amount=cue in TOOL_CUES)
    if not kept or not has_noun(kept):
        return
    scene.used.add(i)
    scene.use(kept)
    name, rule = _tool_or_material(cue, kept)
    found = phrase_found(kept, rule) if name is not StepField.MANNER else Found(words[i].start, kept[-1].end, rule)
    scene.give(name, found)


def _tool_or_material(cue: str, phrase: list[Word]) -> tuple[StepField, str]:
    text, entry = said(phrase), phrase[-1].term
    if cue in OBJECT_CUES and cue not in TOOL_CUES:
        return StepField.MATERIAL, "material.ba"
    if MANNER_HEAD.search(text):
        return StepField.MANNER, "manner.way"
    known = entry is not None and entry.term_class is TermClass.MATERIAL
    if known or (entry is None and CONSUMABLE.search(text)):
        return StepField.MATERIAL, "material.used"
    return StepField.TOOL, "tool.cue"


def _path(scene: Scene, i: int, phrase: list[Word]) -> None:
    while phrase and phrase[-1].text in {"都", "就", "再", "来", "去", "了"}:
        phrase = phrase[:-1]
    if not phrase or phrase[0].text in NO_PATH:
        return
    scene.used.add(i)
    scene.use(phrase)
    scene.give(StepField.PATH, Found(scene.clause.words[i].start, phrase[-1].end, "path.cue"))


def _place(scene: Scene, i: int, phrase: list[Word]) -> None:
    last = next((k for k in range(len(phrase), 0, -1) if is_place(phrase[:k])), len(phrase))
    kept = trimmed(phrase[:last], keep_amount=True)
    if not kept or kept[-1].text in NO_PLACE or (len(kept) == 1 and kept[0].text in LOCALIZERS):
        return
    scene.used.add(i)
    scene.use(kept)
    if ABRASIVE.search(said(kept)):
        tool = kept[:-1] if kept[-1].text == "上" else kept
        scene.give(StepField.TOOL, phrase_found(tool, "tool.abrasive"))
    else:
        scene.give(StepField.PLACE, phrase_found(kept, "place.in"))
