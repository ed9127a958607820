"""Disfluency: marked, never deleted. Reduplication that says how (轻轻, 一点一点) is data and stays unmarked.

Precision comes first: a word is a filler only where it stands alone (那个，先…), a repeat is marked only where it
cannot be an intensified or distributed act (磨磨, 一层一层, 打磨打磨).
"""

import re
from collections.abc import Iterator

from craftnlp.components.reading import Reading
from craftnlp.components.speech.healing import heal
from craftnlp.components.speech.repairs import repairs
from craftnlp.spec import Mark, MarkKind, TermClass

HAN = "\u4e00-\u9fff"
OPEN = r"(?:(?<=[，。、！？；：,.!?;…\s])|^)"
CLOSED = r"(?=[，。、！？；,.!?;…\s]|$)"
# Words that fill a pause where they stand between two borders; the last rows are dialect (Wu, Sichuan, Hunan, Cantonese).
STANDING_ALONE = (
    "啊 呀 哦 噢 喔 哎 哎呀 哎哟 唉 诶 欸 嗨 嘿 哈 额 嗯哼 这个 那个 这个这个 那个那个 那什么 就是 就是说 也就是说 怎么说 怎么说呢 怎么讲 怎么讲呢 怎么说好呢 "
    "我想想 让我想想 想想看 我跟你说 我跟你讲 跟你说 跟你讲 我跟你们说 我告诉你 你看 你看啊 你想 你知道 你知道吧 你知道吗 知道吧 晓得吧 你晓得吧 对吧 是吧 对不对 是不是 反正 说白了 说实话 老实说 老实讲 不瞒你说 那个啥 "
    "讲真 讲真的 侬晓得伐 晓得伐 侬讲 侬讲是伐 是伐 对伐 格么 个么 葛么 乃么 嘎么 "
    "那么子 么子 咯 嘞 嘛 晓得不 晓得不嘛 你晓得不 噻 咧 "
    "即系 噉 咁 系咪 你知啦 吖"
)
ALONE = sorted(STANDING_ALONE.split(), key=len, reverse=True)
SOUND = r"嗯+|呃+|诶+|欸+|唔(?=[，、…])"
DOUBLED = r"(?:这个){2,}|(?:那个){2,}|(?:就是){2,}(?!说)"
PARTICLE = rf"(?<=[{HAN}])(?:[啊呀哟咯嘞噻咧哩嗦吖]+|(?<=[了的是嘛样好对头得着])撒){CLOSED}"
FILLER = re.compile(rf"{OPEN}(?:{'|'.join(ALONE)}){CLOSED}|{DOUBLED}|{SOUND}|{PARTICLE}", re.MULTILINE)
BETWEEN = r"[，、,…\s]*(?:(?:嗯+|呃+|诶+|啊|那个|这个)[，、,…\s]*)?"
REPEAT = re.compile(rf"(?P<said>[{HAN}]{{1,8}})(?P<gap>{BETWEEN})(?=(?P=said))")
SMALL = frozenset("把用在先再就要我你他它这那从给跟还也都沿将往得是拿")
LINKING = re.compile(
    "^(?:把|用|在|先|再|就|要|从|给|跟|往|将|沿|然后|接着|这个|那个|就是|我们|你们|他们|所以|但是|因为|如果|还有|最后|首先|以后)"
)
MEASURED = re.compile(f"^[一二三四五六七八九十两半几每逐]|[{HAN}]*(?:来回|反复)$")
THINGS = (TermClass.TOOL, TermClass.MATERIAL, TermClass.PART, TermClass.PLACE)


def disfluency(reading: Reading) -> None:
    """Mark fillers, stumbling repeats and self-repairs; a repaired quantity keeps both quotes."""
    fillers = list(_fillers(reading))
    heal(reading, [(mark.quote.start, mark.quote.end) for mark in fillers])
    marks = [*fillers, *_repeats(reading, {mark.quote.start for mark in fillers}), *repairs(reading)]
    reading.marks = sorted(set(marks), key=lambda mark: (mark.quote.start, mark.quote.end))


def _fillers(reading: Reading) -> Iterator[Mark]:
    """Fillers, except where the same character is part of a term."""
    inside = {at for span in reading.terms for at in range(span.start, span.end)}
    for found in FILLER.finditer(reading.shadow):
        if found.start() not in inside:
            yield Mark(quote=reading.quote(*found.span()), kind=MarkKind.FILLER)


def _repeats(reading: Reading, fillers: set[int]) -> Iterator[Mark]:
    """The first half of what was said twice, up to where the second half begins."""
    terms = {reading.shadow[span.start : span.end] for span in reading.terms if span.entry.term_class in THINGS}
    for found in REPEAT.finditer(reading.shadow):
        if found.start() not in fillers and _is_stumble(found["said"], found["gap"], terms):
            yield Mark(quote=reading.quote(*found.span()), kind=MarkKind.REPEAT)


def _is_stumble(said: str, gap: str, things: set[str]) -> bool:
    """Whether saying this twice says nothing: not an act done again and again, not a manner, not one by one."""
    if len(said) == 1:
        return said in SMALL and (bool(gap) or said not in "得还都往")
    half = len(said) // 2
    if MEASURED.match(said) or said[:half] * 2 == said or len(set(said)) == 1:
        return False
    return bool(gap) or len(said) > 2 or said in things or LINKING.match(said) is not None
