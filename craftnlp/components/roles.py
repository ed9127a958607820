"""Roles: which words of a clause say the tool, the material, the hand, the path, the place, the manner.

A role goes to the nearest predicate of its own clause; a clause without one lends its words to the nearest clause
that has one. Nothing is carried further than that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from craftnlp.components.phrases import chunk_end, has_noun, is_place, trimmed
from craftnlp.components.reading import Clause, ClauseKind, Draft, Found, Reading, Word
from craftnlp.components.words import (
    ADVERBS,
    CONNECTIVES,
    LOCALIZERS,
    MANNER_WORDS,
    OBJECT_CUES,
    PARTICLES,
    PATH_CUES,
    PRONOUNS,
    TOOL_CUES,
)
from craftnlp.spec import StepField, TermClass

HAND = re.compile(
    "两只手|两手|双手|[左右]手(?:的)?(?:大拇指|拇指|食指|中指|无名指|小指|手指|掌心|手掌)?(?![法感艺工绷])|大拇指|拇指|食指|中指|无名指|小指|手指头?|指甲|指尖|指肚|手掌|掌心|手腕|虎口"
)
CONSUMABLE = re.compile("[水灰蜡糊浆油胶漆釉药泥粉线丝绳布纸浆液汁石膏酒醋盐火]$")
MANNER_HEAD = re.compile("(?:方法|方式|办法|法|力|力气|劲|手法|火|速度|姿势|古法)$")
CONTAINER = re.compile("[窑缸锅桶池盆槽模塘炉坛罐瓮箱篓笼碗盘盒袋箱罩井坑河]$")
RESULT_CUES = frozenset("成 为 成为 作 做成 作成 呈".split())
PLACE_VERBS = frozenset("到 在 进 入 至 回 于 往 向".split())
RESULT_WORDS = re.compile("^(?:干净|平整|光滑|均匀|结实|光亮|平滑|匀净|服帖|平|细|薄|圆|尖|毛|齐|实|匀|碎|透|紧|亮|又.+又.+|糊状|粉末)$")
MANNER_PATTERN = re.compile(
    "一(.)(?:[挨接跟压又]?一)\\1(?:地|的)?|一([\u4e00-\u9fff])\\2(?:地|的)?|([\u4e00-\u9fff])\\3地|从[粗大小细上下内外左右里浅深中]+[^，]{0,3}[到往向][粗大小细上下内外左右里浅深四边]+|逐[个层张片步一条根]|[顺逆]时针"
)
AMOUNT_FIELDS = {"duration": StepField.DURATION, "month": StepField.DURATION, "repetition": StepField.REPETITION, "pass": StepField.REPETITION}
QUANTITIES = (StepField.QUANTITY, StepField.DURATION, StepField.REPETITION)
REACH = 4  # how many clauses away a clause without a predicate may lend its words


@dataclass(slots=True)
class Scene:
    """One clause with its predicates while its roles are read."""

    clause: Clause
    drafts: list[Draft]
    spots: set[int]
    used: set[int]
    loose: list[tuple[StepField, Found]]

    def give(self, name: StepField, found: Found, at: int, *, backwards: bool = False) -> None:
        """Hand a value to the nearest predicate of the clause, or keep it loose."""
        after = [draft for draft in self.drafts if draft.first >= at]
        before = [draft for draft in self.drafts if draft.first < at]
        if backwards:
            owner = before[-1] if before else after[0] if after else None
        else:
            owner = after[0] if after else before[-1] if before else None
        if owner is None:
            self.loose.append((name, found))
        else:
            owner.add(name, found)


def roles(reading: Reading) -> None:
    """Read the roles of every clause that can hold some."""
    scenes = [_scene(clause) for clause in reading.clauses]
    for scene in scenes:
        if scene.clause.kind is ClauseKind.ACT or scene.drafts:
            _hands(scene, reading)
            _manners(scene, reading)
            _cued(scene)
            _objects(scene)
            _fronted(scene)
        if scene.clause.kind not in (ClauseKind.QUESTION, ClauseKind.CHATTER, ClauseKind.HEADING):
            _amounts(scene)
    for index, scene in enumerate(scenes):
        _lend(scenes, index, scene)
        _whole_clause(scenes, index, scene)


def _scene(clause: Clause) -> Scene:
    spots = {i for draft in clause.predicates for i in range(draft.first, draft.last + 1)}
    return Scene(clause, clause.predicates, spots, set(spots), [])


def _found(words: list[Word], rule: str) -> Found:
    entry = next((word.term for word in reversed(words) if word.term and word.term.term_class is not TermClass.ACTION), None)
    whole = entry if entry and words[-1].term is entry else None
    return Found(words[0].start, words[-1].end, rule, entry=whole)


def _use(scene: Scene, first: int, words: list[Word]) -> None:
    starts = {word.start for word in words}
    scene.used |= {i for i, word in enumerate(scene.clause.words) if i >= first and word.start in starts}


def _hands(scene: Scene, reading: Reading) -> None:
    clause = scene.clause
    for found in HAND.finditer(reading.shadow, clause.start, clause.end):
        inside = [i for i, word in enumerate(clause.words) if word.start < found.end() and found.start() < word.end]
        if not inside or any(clause.words[i].term is not None and len(clause.words[i].text) > 2 for i in inside):
            continue
        scene.used |= set(inside)
        scene.give(StepField.HAND, Found(found.start(), found.end(), "hand.word"), inside[-1])


def _manners(scene: Scene, reading: Reading) -> None:
    clause = scene.clause
    for i, word in enumerate(clause.words):
        if i not in scene.used and word.text in MANNER_WORDS and not _is_noun_part(clause.words, i):
            end = i
            if i + 1 < len(clause.words) and clause.words[i + 1].text == "地":
                end = i + 1
            elif i + 1 < len(clause.words) and clause.words[i + 1].text in {"一点", "点", "一些"}:
                end = i + 1
            scene.used |= set(range(i, end + 1))
            scene.give(StepField.MANNER, Found(word.start, clause.words[end].end, "manner.word"), i)
    for found in MANNER_PATTERN.finditer(reading.shadow, clause.start, clause.end):
        inside = [i for i, word in enumerate(clause.words) if word.start < found.end() and found.start() < word.end]
        if inside and not scene.used & set(inside) and not any(clause.words[i].term for i in inside):
            scene.used |= set(inside)
            scene.give(StepField.MANNER, Found(found.start(), found.end(), "manner.pattern"), inside[-1])


def _is_noun_part(words: list[Word], i: int) -> bool:
    """大的, 细线: an adjective before 的 + noun describes the thing."""
    return i + 1 < len(words) and words[i + 1].text == "的"


def _cued(scene: Scene) -> None:
    words = scene.clause.words
    for i, word in enumerate(words):
        if i in scene.used or word.term is not None or word.amount is not None:
            continue
        if word.text in TOOL_CUES | OBJECT_CUES | PATH_CUES | {"在"}:
            _phrase_after(scene, i)


def _phrase_after(scene: Scene, i: int) -> None:
    words = scene.clause.words
    cue = words[i].text
    end = chunk_end(scene.clause, i + 1, scene.spots)
    if cue == "对" and i + 1 < len(words) and words[i + 1].text == "着":
        cue = "对着"
    phrase = [word for k, word in enumerate(words[i + 1 : end], i + 1) if k not in scene.used]
    if cue in PATH_CUES and cue not in OBJECT_CUES:
        _path(scene, i, phrase)
        return
    if cue == "在":
        _place(scene, i, phrase)
        return
    kept = trimmed(phrase, keep_amount=cue in TOOL_CUES)
    if not kept or not has_noun(kept):
        return
    scene.used |= {i}
    _use(scene, i, kept)
    name, rule = _tool_or_material(cue, kept)
    found = _found(kept, rule) if name is not StepField.MANNER else Found(words[i].start, kept[-1].end, rule)
    scene.give(name, found, i, backwards=not any(draft.first > i for draft in scene.drafts))


def _tool_or_material(cue: str, phrase: list[Word]) -> tuple[StepField, str]:
    text = "".join(word.text for word in phrase)
    entry = phrase[-1].term
    if cue in OBJECT_CUES and cue != "拿":
        return StepField.MATERIAL, "material.ba"
    if MANNER_HEAD.search(text):
        return StepField.MANNER, "manner.way"
    if entry is not None:
        is_material = entry.term_class is TermClass.MATERIAL
        return (StepField.MATERIAL, "material.used") if is_material else (StepField.TOOL, "tool.cue")
    if CONSUMABLE.search(text):
        return StepField.MATERIAL, "material.used"
    return StepField.TOOL, "tool.cue"


def _path(scene: Scene, i: int, phrase: list[Word]) -> None:
    words = scene.clause.words
    while phrase and phrase[-1].text in {"都", "就", "再", "来", "去", "了"}:
        phrase = phrase[:-1]
    if not phrase or phrase[0].text in {"今年", "今天", "小", "头", "前"}:
        return
    scene.used |= {i}
    _use(scene, i, phrase)
    end = phrase[-1].end
    scene.give(StepField.PATH, Found(words[i].start, end, "path.cue"), i)


def _place(scene: Scene, i: int, phrase: list[Word]) -> None:
    last = next((k for k in range(len(phrase) - 1, -1, -1) if is_place(phrase[: k + 1])), None)
    kept = trimmed(phrase if last is None else phrase[: last + 1], keep_amount=True)
    if not kept or kept[-1].text in {"时候", "时", "一起", "过程"} or (len(kept) == 1 and kept[0].text in LOCALIZERS):
        return
    scene.used |= {i}
    _use(scene, i, kept)
    text = "".join(word.text for word in kept)
    if re.search("(?:砂纸|磨石|砥石|油石)上?$", text):
        tool = kept[:-1] if kept[-1].text == "上" else kept
        scene.give(StepField.TOOL, _found(tool, "tool.abrasive"), i)
        return
    scene.give(StepField.PLACE, _found(kept, "place.in"), i, backwards=bool(i - 1 in scene.spots))


def _objects(scene: Scene) -> None:
    for draft in scene.drafts:
        start = draft.last + 1
        words = scene.clause.words
        cue = _glued_cue(words[draft.last].text)
        while start < len(words) and (words[start].text in PARTICLES | PLACE_VERBS | RESULT_CUES):
            cue = words[start].text if words[start].text in PLACE_VERBS | RESULT_CUES else cue
            start += 1
        _object(scene, draft, start, cue)


def _glued_cue(verb: str) -> str:
    """放到, 磨成: the cue is the second half of the verb's word."""
    return verb[-1] if len(verb) == 2 and verb[-1] in PLACE_VERBS | RESULT_CUES else ""


def _object(scene: Scene, draft: Draft, start: int, cue: str) -> None:
    words = scene.clause.words
    end = chunk_end(scene.clause, start, scene.spots)
    phrase: list[Word] = []
    for k in range(start, end):
        if k in scene.used:
            break
        phrase.append(words[k])
    if not phrase or (phrase[0].text in ADVERBS and phrase[0].term is None):
        return
    kept = trimmed(phrase, keep_amount=False)
    said = "".join(word.text for word in kept)
    if not kept or not (has_noun(kept) or RESULT_WORDS.match(said) or cue in RESULT_CUES):
        return
    _use(scene, start, kept)
    name, rule = _object_field(draft, kept, cue)
    draft.add(name, _found(kept, rule))


def _object_field(draft: Draft, phrase: list[Word], cue: str) -> tuple[StepField, str]:
    text = "".join(word.text for word in phrase)
    moved = cue in PLACE_VERBS or draft.clause.words[draft.last].text[-1] in "进入到在"
    if cue in RESULT_CUES:
        return StepField.RESULT, "result.become"
    if RESULT_WORDS.match(text):
        return StepField.RESULT, "result.state"
    if cue in {"到", "至"} and (phrase[-1].tag.startswith("a") or re.search("一般|一样|为止|又.又|那么", text)):
        return StepField.RESULT, "result.until"
    if moved and (is_place(phrase) or CONTAINER.search(text) or cue in {"到", "在", "至", "于"}):
        return StepField.PLACE, "place.into"
    if is_place(phrase) and phrase[-1].text in {"上", "里", "中", "里面", "上面"}:
        return StepField.PLACE, "place.after"
    return StepField.MATERIAL, "material.object"


def _fronted(scene: Scene) -> None:
    """NP + 也/都/要 … V: the thing stands before its verb without 把."""
    if not scene.drafts:
        return
    words, first = scene.clause.words, scene.drafts[0].first
    start = 0
    while start < first and (words[start].text in CONNECTIVES | PARTICLES | {"把"} or words[start].tag in {"c", "d", "t"}):
        start += 1
    phrase: list[Word] = []
    for k in range(start, first):
        if k in scene.used or words[k].text in TOOL_CUES | PATH_CUES | {"把", "将", "在", "被"}:
            break
        if words[k].text in ADVERBS and words[k].term is None:
            break
        phrase.append(words[k])
    _front(scene, scene.drafts[0], phrase)


def _front(scene: Scene, draft: Draft, phrase: list[Word]) -> None:
    kept = trimmed(phrase, keep_amount=False)
    if not kept or not has_noun(kept) or kept[-1].text in PRONOUNS or kept[-1].tag in {"t", "nr", "v", "r"} and not kept[-1].term:
        return
    if is_place(kept):
        draft.add(StepField.PLACE, _found(kept, "place.front"))
    elif not draft.slots.get(StepField.MATERIAL):
        _use(scene, 0, kept)
        draft.add(StepField.MATERIAL, _found(kept, "material.front"))


def _amounts(scene: Scene) -> None:
    for i, word in enumerate(scene.clause.words):
        if word.amount is not None:
            name = AMOUNT_FIELDS.get(word.amount.kind, StepField.QUANTITY)
            found = Found(word.start, word.end, "quantity.grammar", amount=word.amount)
            near = any(draft.last < i for draft in scene.drafts)
            scene.give(name, found, i, backwards=near and not _before_used_predicate(scene, i))


def _before_used_predicate(scene: Scene, i: int) -> bool:
    """A quantity inside a phrase before a verb (用三张砂纸打磨) belongs to that verb."""
    return i in scene.used and any(draft.first > i for draft in scene.drafts)


def _lend(scenes: list[Scene], index: int, scene: Scene) -> None:
    for name, found in scene.loose:
        owner = _repaired_owner(scenes, found) or _size_owner(scenes, index, found)
        owner = owner or _neighbour(scenes, index, forward_first=name not in QUANTITIES)
        if owner is not None:
            owner.add(name, found)


def _repaired_owner(scenes: list[Scene], found: Found) -> Draft | None:
    """泡二十分钟，不对，半个钟头: the corrected quantity belongs where the first one stood."""
    if found.amount is None or not found.amount.also:
        return None
    at = found.amount.also[0][0]
    home = next((scene for scene in scenes if scene.clause.start <= at < scene.clause.end), None)
    return home.drafts[-1] if home and home.drafts else None


def _size_owner(scenes: list[Scene], index: int, found: Found) -> Draft | None:
    """A needle size told before the act (针是十二号的) belongs to the act that follows."""
    if found.amount is None or found.amount.kind not in {"size_class", "grit"}:
        return None
    last = scenes[index].clause.sentence + 1
    ahead = (scene.drafts[0] for scene in scenes[index + 1 : index + 9] if scene.drafts and scene.clause.sentence <= last)
    return next(ahead, None)


def _neighbour(scenes: list[Scene], index: int, *, forward_first: bool) -> Draft | None:
    """The nearest predicate: words look ahead through their sentence first, quantities to the closer side."""
    own = scenes[index].clause
    ahead = [(distance, 1) for distance in range(1, REACH + 1)]
    behind = [(distance, -1) for distance in range(1, REACH + 1)]
    order = [*ahead, *behind] if forward_first else sorted([*ahead, *behind])
    for distance, side in order:
        at = index + side * distance
        if 0 <= at < len(scenes) and scenes[at].drafts and _related(own, scenes[at].clause, side):
            return scenes[at].drafts[-1 if side < 0 else 0]
    return None


def _related(own: Clause, other: Clause, side: int) -> bool:
    """Within the sentence both ways; across one full stop only backwards."""
    return own.sentence == other.sentence or (side < 0 and own.sentence - other.sentence == 1)


WHOLE = {
    ClauseKind.CONDITION: (StepField.CONDITION, "condition.clause"),
    ClauseKind.CAUTION: (StepField.CAUTION, "caution.clause"),
    ClauseKind.RESULT: (StepField.RESULT, "result.clause"),
}


def _whole_clause(scenes: list[Scene], index: int, scene: Scene) -> None:
    kind = scene.clause.kind
    if kind not in WHOLE or (kind is not ClauseKind.CAUTION and scene.drafts):
        return
    name, rule = WHOLE[kind]
    found = Found(scene.clause.start, scene.clause.end, rule)
    if scene.drafts:
        scene.drafts[0].add(name, found)
        return
    owner = _neighbour(scenes, index, forward_first=scene.clause.towards > 0)
    if owner is not None:
        owner.add(name, found)


def spans(reading: Reading) -> Iterator[Found]:
    """Every span that some draft holds."""
    for draft in reading.drafts:
        for held in draft.slots.values():
            yield from held
