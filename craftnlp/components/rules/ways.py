"""Hands and manner: who acts with which hand, and how."""

import re

from craftnlp.components.reading import Found, Reading, Word
from craftnlp.components.rules.scene import Scene
from craftnlp.components.words import MANNER_WORDS, PATH_CUES
from craftnlp.spec import StepField

HAND = re.compile(
    "两只手|两手|双手|[左右]手的?(?:大拇指|拇指|食指|中指|无名指|小指|手指|掌心|手掌)?(?![法感艺工绷])|大拇指|拇指|食指|中指|无名指|小指|手指头?|"
    "指甲|指尖|指肚|手掌|掌心|手腕|虎口"
)
MANNER = re.compile(
    "一(.)(?:[挨接跟压又]?一)\\1(?:地|的)?|一([\u4e00-\u9fff])\\2(?:地|的)?|([\u4e00-\u9fff])\\3地|"
    "从[粗大小细上下内外左右里浅深中]+[^，]{0,3}[到往向][粗大小细上下内外左右里浅深四边]+|逐[个层张片步一条根]|[顺逆]时针"
)
TAILS = frozenset({"地", "一点", "点", "一些"})


def hands(scene: Scene, reading: Reading) -> None:
    """左手, 拇指, 指甲: unless they are part of a longer term."""
    for found in HAND.finditer(reading.shadow, scene.clause.start, scene.clause.end):
        inside = scene.inside(*found.span())
        if inside and not any(_is_long_term(scene.clause.words[i]) for i in inside) and _acts(scene, inside):
            scene.used |= set(inside)
            scene.give(StepField.HAND, Found(*found.span(), "hand.word"))


def _acts(scene: Scene, inside: list[int]) -> bool:
    """沿着拇指 is a path, 剪净指甲的 describes: neither hand acts."""
    words, first = scene.clause.words, inside[0]
    along = first > 0 and words[first - 1].text in PATH_CUES
    described = inside[-1] + 1 < len(words) and words[inside[-1] + 1].text == "的"
    return not along and not described


def _is_long_term(word: Word) -> bool:
    return word.term is not None and len(word.text) > 2


def manners(scene: Scene, reading: Reading) -> None:
    """Words and patterns that say how."""
    words = scene.clause.words
    for i, word in enumerate(words):
        after = words[i + 1].text if i + 1 < len(words) else ""
        if i not in scene.used and word.text in MANNER_WORDS and after != "的":
            end = i + 1 if after in TAILS else i
            scene.used |= {i, end}
            scene.give(StepField.MANNER, Found(word.start, words[end].end, "manner.word"))
    for found in MANNER.finditer(reading.shadow, scene.clause.start, scene.clause.end):
        inside = scene.inside(*found.span())
        if inside and not scene.used & set(inside) and not any(words[i].term for i in inside):
            scene.used |= set(inside)
            scene.give(StepField.MANNER, Found(*found.span(), "manner.pattern"))
