"""What is acted on: the object after the verb, and the thing that stands before it without 把."""

import re

from craftnlp.components.reading import Draft, Word
from craftnlp.components.rules.phrases import chunk_end, has_noun, is_place, trimmed
from craftnlp.components.rules.scene import Scene, phrase_found, said
from craftnlp.components.words import ADVERBS, CONNECTIVES, PARTICLES, PATH_CUES, PRONOUNS, TOOL_CUES
from craftnlp.spec import StepField

CONTAINER = re.compile("[窑缸锅桶池盆槽模塘炉坛罐瓮箱篓笼碗盘盒袋罩井坑河]$")
RESULT_CUES = frozenset({"成", "为", "成为", "作", "做成", "作成", "呈"})
PLACE_VERBS = frozenset({"到", "在", "进", "入", "至", "回", "于", "往", "向"})
REACHED = frozenset({"到", "在", "至", "于"})
SENT = frozenset({"拿到", "放到", "搬到", "送到", "到"})
RESULT_WORDS = re.compile(
    "(?:干净|平整|光滑|均匀|结实|光亮|平滑|匀净|服帖|平|细|薄|圆|尖|毛|齐|实|匀|碎|透|紧|亮|又.+又.+|糊状|粉末)$"
)
AS_FAR_AS = re.compile("一般|一样|为止|又.又|那么")
NO_THING = frozenset({"t", "nr", "v", "r"})


def objects(scene: Scene) -> None:
    """The phrase after each verb: a material, a place or a result."""
    words = scene.clause.words
    for draft in scene.drafts:
        start = draft.last + 1
        cue = _glued_cue(words[draft.last].text)
        if [word.text for word in words[start : start + 2]] in (
            ["一", words[draft.last].text],
            ["了", words[draft.last].text],
        ):
            start += 2
        while start < len(words) and words[start].text in PARTICLES | PLACE_VERBS | RESULT_CUES:
            cue = words[start].text if words[start].text not in PARTICLES else cue
            start += 1
        _object(scene, draft, start, cue)


def _glued_cue(verb: str) -> str:
    """放到, 磨成: the cue is the second half of the verb's word."""
    return verb[-1] if len(verb) == 2 and verb[-1] in PLACE_VERBS | RESULT_CUES else ""


def _object(scene: Scene, draft: Draft, start: int, cue: str) -> None:
    words = scene.clause.words
    end = chunk_end(scene.clause, start, scene.spots)
    stop = next((k for k in range(start, end) if k in scene.used), end)
    phrase = words[start:stop]
    if cue in PLACE_VERBS and phrase and phrase[0].text == "最":
        phrase = phrase[1:]
    if not phrase or (phrase[0].text in ADVERBS and phrase[0].term is None):
        return
    kept = trimmed(phrase, keep_amount=False)
    if kept and (has_noun(kept) or RESULT_WORDS.match(said(kept))):
        scene.use(kept)
        name, rule = _object_field(draft, kept, cue)
        draft.add(name, phrase_found(kept, rule))


def _object_field(draft: Draft, phrase: list[Word], cue: str) -> tuple[StepField, str]:
    text = said(phrase)
    if rule := _result_rule(phrase, text, cue):
        return StepField.RESULT, rule
    moved = cue in PLACE_VERBS or draft.clause.words[draft.last].text[-1] in "进入到在"
    if moved and (is_place(phrase) or CONTAINER.search(text) or cue in REACHED):
        return StepField.PLACE, "place.into"
    if is_place(phrase) and phrase[-1].text in {"上", "里", "中", "里面", "上面"}:
        return StepField.PLACE, "place.after"
    return StepField.MATERIAL, "material.object"


def _result_rule(phrase: list[Word], text: str, cue: str) -> str:
    if cue in RESULT_CUES:
        return "result.become"
    if RESULT_WORDS.match(text):
        return "result.state"
    until = cue in {"到", "至"} and (phrase[-1].tag.startswith("a") or AS_FAR_AS.search(text))
    return "result.until" if until else ""


def fronted(scene: Scene) -> None:
    """NP + 也/都/要 … V: the thing stands before its verb without 把."""
    if not scene.drafts:
        return
    words, first = scene.clause.words, scene.drafts[0].first
    start = 0
    while start < first and (words[start].text in CONNECTIVES | PARTICLES or words[start].tag in {"c", "d", "t"}):
        start += 1
    phrase: list[Word] = []
    for k in range(start, first):
        if k in scene.used or _ends_front(words[k]):
            break
        phrase = [] if words[k].text in SENT else [*phrase, words[k]]
    _front(scene, scene.drafts[0], trimmed(phrase, keep_amount=False))


def _ends_front(word: Word) -> bool:
    if word.text in TOOL_CUES | PATH_CUES | {"把", "将", "在", "被"}:
        return True
    return word.text in ADVERBS and word.term is None


def _front(scene: Scene, draft: Draft, phrase: list[Word]) -> None:
    if not phrase or not has_noun(phrase) or phrase[-1].text in PRONOUNS:
        return
    if phrase[-1].tag in NO_THING and phrase[-1].term is None and len(phrase[-1].text) > 1:
        return
    if is_place(phrase):
        draft.add(StepField.PLACE, phrase_found(phrase, "place.front"))
    elif not draft.slots.get(StepField.MATERIAL):
        scene.use(phrase)
        draft.add(StepField.MATERIAL, phrase_found(phrase, "material.front"))
