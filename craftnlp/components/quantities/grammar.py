"""The grammar of spoken quantities, as two patterns with named parts. They read the folded shadow of a text."""

import re
from collections.abc import Iterable
from itertools import groupby

from craftnlp.components.quantities.numerals import ARABIC, HAN, NUMERAL, ONE, THOUSANDS
from craftnlp.lexicon.units import units

PLACED = frozenset({"area", "duration", "length", "mass", "month", "temperature", "volume"})
BODY = "(?=的?[宽厚高深长粗])"  # a palm or a man is a measure only where a dimension follows


def _alternatives(names: Iterable[str]) -> str:
    """Any of the names, the longest first."""
    return _tree(set(names), 0)


def _tree(names: set[str], done: int) -> str:
    """The names from character ``done`` on. What they share is written once: that compiles in a fraction of the time."""
    alike: dict[str, list[str]] = {}  # the last characters of names that nothing goes on from, by what may not follow
    branches = []
    for char, group in groupby(sorted(names), key=lambda name: name[done]):
        held = set(group)
        ends = {name for name in held if len(name) == done + 1}
        guard = "".join(map(_guard, ends))
        if held == ends:
            alike.setdefault(guard, []).append(re.escape(char))
        else:
            last = f"|{guard}" if ends else ""
            branches.append(f"{re.escape(char)}(?:{_tree(held - ends, done + 1)}{last})")
    return "|".join(branches + [f"[{''.join(chars)}]{guard}" for guard, chars in alike.items()])


def _guard(name: str) -> str:
    """What must not stand after a unit, or must. ``(?!)`` keeps re from making sets, which take long to compile."""
    unit = units()[name]
    ending = f"(?!{'|'.join(unit.not_before)}|(?!))" if unit.not_before else ""
    return ending + (BODY if unit.kind == "body" else "")


def _takes_ge(name: str) -> bool:
    """Whether 个 may stand before the unit: 三个小时, 三个毫米, but three vats (三个缸) are counted in 个."""
    unit = units()[name]
    exact = unit.kind == "duration" or unit.factor is not None
    return unit.kind in PLACED and exact and (len(name) > 1 or name in "月周钟夜晚米m")


WHOLE_UNITS = [name for name, unit in units().items() if unit.kind != "part"]
UNIT = f"(?:{_alternatives(WHOLE_UNITS)})"
PART_UNIT = f"(?:{_alternatives(units())})"
GE_UNIT = f"(?:{_alternatives(name for name in [*units()] if _takes_ge(name) or name == '月')})"
TIMES = f"(?:{_alternatives(['次', '遍', '回', '趟', '道', '下'])})"
STITCHES = f"(?:{_alternatives(['针', '根', '道', '格', '条', '股', '行', '排', '目', '个'])}|线|扣|丝|眼)"
LATIN_END = r"(?![a-z])"
BEFORE = r"(?:大约|约莫|约|将近|接近|近|大概|差不多|不到|不超过|不过|最多|顶多|至多|至少|起码|少说|不少于|不低于|不高于|不下|超过|低于|高于|不止)"
AFTER = r"(?:的样子|左右|上下|以上|以下|以内|之内|往上|朝上|光景|出头|开外|有余|挂零|不止)"
CLOCK = "秒钟|秒|分钟|小时|钟头"
TO = r"(?:到|至|~|-|或者?)"
SIDE = rf"(?:{ARABIC}|[{HAN}十]{{1,3}}(?:点[{HAN}]{{1,3}})?)"
START = rf"(?=[{NUMERAL}\d大约将接近差不最顶至起少超低高每好几数半大小上个寸尺丈斤万])"

# The order of the alternatives matters, and pairs come before single numbers.
PAIRS = rf"""
        (?P<doubled>{ONE})[天日](?P=doubled)[夜晚宿]
      | (?P<per>每|一)\ ?(?P<clock>{CLOCK})(?P<moves>[走转打踩过拉行推动移敲织绣捣捶锤升降]{{0,2}})
        (?P<rate>{ONE})个?\ ?(?![分秒刻])(?P<rate_unit>{UNIT}){LATIN_END}
      | [每一](?P<day>天|日)(?P<day_rate>{ONE})(?P<day_unit>{TIMES})
      | (?:每(?=.{{1,2}}[绣缝织扎走打有]?[{NUMERAL}\d])|一(?![寸尺米厘公].?[绣缝织扎走打有]))(?P<span>寸|尺|米|厘米|公分)[绣缝织扎走打有]?(?P<span_rate>{ONE})(?P<span_unit>{STITCHES})
      | (?P<percent>[百千万])分之(?P<percent_of>{ONE})(?:{TO}(?:(?P=percent)分之)?(?P<percent_to>{ONE}))?
      | (?:(?P<whole>[{HAN}])又)?(?P<below>{ONE})分之(?P<above>{ONE})(?:{TO}(?P<below_to>{ONE})分之(?P<above_to>{ONE}))?(?:\ ?(?P<part_unit>{UNIT})){{0,1}}
      | (?P<slash>(?<![\d/])\d{{1,9}}/\d{{1,9}}(?![\d/]))\ ?(?P<slash_unit>{UNIT})?{LATIN_END}
      | (?P<tenths>[一二三四五六七八九][一二三四五六七八九])(?=[开配掺兑拌]|分成|的比)
      | (?P<ratio>{SIDE}(?:(?:[:∶：]|比){SIDE}){{1,5}})(?![\d{HAN}])
      | (?P<left>{ONE})\ ?(?P<left_unit>{UNIT})?\ ?(?P<by>[×x*✕]|乘以?)\ ?(?P<right>{ONE})
        (?:\ ?(?P<right_unit>{UNIT})?\ ?(?:[×x*✕]|乘以?)\ ?(?P<height>{ONE}))?\ ?(?P<area_unit>{UNIT}){LATIN_END}
      | (?P<list>{ARABIC}(?:[,，、]{ARABIC}){{1,12}})\ ?(?P<list_unit>目|号|\#)
      | (?P<row>(?:{ARABIC}|[{NUMERAL}]{{1,8}})(?:、(?:{ARABIC}|[{NUMERAL}]{{1,8}})){{1,12}})\ ?个?(?P<row_unit>{UNIT})(?P<row_loose>[来多余])?{LATIN_END}
      | (?P<couple>(?:{ARABIC}|[{NUMERAL}]{{1,8}})[和跟与](?:{ARABIC}|[{NUMERAL}]{{1,8}}))\ ?(?P<couple_unit>目|号|\#|℃|毫米|mm)
      | (?P<teens>[二三四五六七八]?十[几来多]?(?=[二三四五六七八九]十))(?P<teens_to>[二三四五六七八九]十)个?(?P<teens_unit>{UNIT})
      | (?P<minus>零下)?(?P<from>半|{ONE})\ ?个?(?P<from_half>半)?(?P<from_unit>{UNIT})?\ ?{TO}\ ?(?:零下)?(?P<to>{ONE})(?P<to_loose>[多余来])?\ ?个?(?P<to_half>半)?
        \ ?(?P<to_unit>{UNIT}){LATIN_END}(?:(?P<to_tail>半(?![天个年]))|(?P<to_more>[多余]))?
      | (?P<first>{ONE})个?\ ?(?P<first_unit>{PART_UNIT})\ ?零?(?P<second>{ONE})个?\ ?(?P<second_unit>{PART_UNIT})
        (?:\ ?零?(?P<third>{ONE})个?\ ?(?P<third_unit>{PART_UNIT}))?(?P<sum_loose>[多余](?!余))?
"""
SINGLES = rf"""
        (?P<vague>好几|(?<![茶条案香花炕])几|(?<![次度道层岁寸尺目号人点整小倍支股针根条总单双奇偶参级圈件函计算多少无默])数)(?P<vague_of>[十百千万])?
        (?P<vague_loose>[来多余])?(?:个\ ?(?P<vague_ge>{GE_UNIT})|[大小]?(?P<vague_unit>{UNIT}))(?P<vague_tail>多|余)?
      | (?P<teen>(?P<hundreds>[一二两三四五六七八九]百)?(?P<tens>[二三四五六七八九]?十))几(?P<teen_loose>[来多余])?(?:个\ ?(?P<teen_ge>{GE_UNIT})|(?P<teen_unit>{UNIT}))
      | (?P<beyond>[一二两三四五六七八九]百)几十(?:个\ ?(?P<beyond_ge>{GE_UNIT})|(?P<beyond_unit>{UNIT}))
      | 上(?P<upward>[百千万])(?:个\ ?(?P<upward_ge>{GE_UNIT})|(?P<upward_unit>{UNIT}))
      | (?P<handful>[个百千万])把(?:个\ ?(?P<handful_ge>{GE_UNIT})|(?P<handful_unit>{UNIT}))
      | (?P<bit>(?<![{NUMERAL}\d])(?P<bit_unit>[寸尺丈斤])把)(?=[长宽厚深高粗重]|来)
      | (?P<share>一半)
      | (?<![上下前后一对多])半(?:个(?P<half_loose>[来多])?\ ?(?P<half_ge>{GE_UNIT})|(?P<half>[大小满]?(?P<half_unit>{UNIT})))
      | (?P<part>[大小]半)(?:个\ ?(?P<part_ge>{GE_UNIT})|(?P<part_of>{UNIT}))
      | (?P<below_zero>零下)?(?P<number>{THOUSANDS}|{ONE})(?P<loose>[来多余])?\ {{0,2}}(?:(?P<ge>个)(?P<ge_loose>[来多])?(?P<and_half>半)?\ ?(?P<ge_unit>{GE_UNIT})|(?P<unit>{UNIT})|(?P<size>[大小整满])(?P<sized>{UNIT})){LATIN_END}
        (?:/(?P<each>s|秒|min|分钟?|h|小时){LATIN_END})?
        (?P<tail>半(?!圆|边|截|路|空|夜|透|干|湿|生|熟|径|成|导|球|弧|[年天个月])|多(?!个)|余|来(?=[长高深宽厚粗远重大]))?
        (?:(?<=[米尺丈寸斤成])(?P<decimal>[{HAN}]{{1,2}})(?=$|[，。；！？,.;!?\s长宽高厚深粗重远大左上的来多吧就才呢啊嘛了还以见]))?
      | (?P<sizing>\d\.\d{{1,2}})(?=的?(?:针|铁丝|铜丝|银丝|金丝|钢丝|线|笔|钻头|锯条|板|孔))
      | (?P<bare>{ONE})
"""


def _whole(alternatives: str, others: str) -> re.Pattern[str]:
    """A whole quantity. It has the groups of the other alternatives too, which never match."""
    absent = "".join(f"(?P<{name}>)" for name in re.findall(r"\(\?P<(\w+)>", others))
    pattern = rf"{START}(?P<before>{BEFORE})?\ ?(?:{alternatives}|(?!){absent})(?P<after>\ ?{AFTER})?"
    return re.compile(pattern, re.VERBOSE)


# Two patterns, because what looked like a pair may turn out to be none (三道一寸).
PAIRED_QUANTITY = _whole(PAIRS, SINGLES)
SINGLE_QUANTITY = _whole(SINGLES, PAIRS)
