"""The grammar of spoken quantities, as one pattern with named parts. It reads the folded shadow of a text."""

import re
from collections.abc import Iterable

from craftnlp.components.numerals import ARABIC, HAN, ONE
from craftnlp.lexicon.units import units

COUNTED = frozenset(
    {"count", "strand", "sheet", "stitch", "layers", "turn", "pass", "repetition", "size_class", "grit"}
)


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


UNIT = _alternatives(units())
MEASURED = _alternatives(name for name, unit in units().items() if unit.kind not in COUNTED)  # what 个 may stand before
LATIN_END = r"(?![a-z])"
BEFORE = r"(?:大约|约|将近|接近|近|大概|差不多|不到|不超过|不过|最多|顶多|至多|至少|起码|少说|不少于|不低于|不高于)"
AFTER = r"(?:的样子|左右|上下|以上|以下|以内|之内|往上|光景|出头|开外)"
CLOCK = "秒钟|秒|分钟|小时|钟头"

# A whole quantity. The order of the alternatives matters: fractions and pairs before single numbers.
PAIRS = rf"""
        (?P<doubled>{ONE})天(?P=doubled)[夜晚]
      | (?P<per>每|一)\ ?(?P<clock>{CLOCK})(?P<moves>[走转打踩过拉行推动移敲织绣]{{0,2}})
        (?P<rate>{ONE})个?\ ?(?P<rate_unit>{UNIT}){LATIN_END}
      | (?P<percent>[百千])分之(?P<percent_of>{ONE})
      | (?P<below>{ONE})分之(?P<above>{ONE})(?P<part_unit>股|丝)?
      | (?P<slash>\d{{1,9}}/\d{{1,9}})\ ?(?P<slash_unit>{UNIT})?{LATIN_END}
      | (?P<ratio>(?:{ARABIC}|[{HAN}十])(?:(?:[:∶]|比)(?:{ARABIC}|[{HAN}十])){{1,5}})(?![\d{HAN}])
      | (?P<left>{ONE})\ ?(?P<left_unit>{UNIT})?\ ?(?P<by>[×x*乘])\ ?(?P<right>{ONE})\ ?(?P<area_unit>{UNIT}){LATIN_END}
      | (?P<list>\d{{1,9}}(?:\.\d{{1,9}})?(?:[,，、]\d{{1,9}}(?:\.\d{{1,9}})?){{1,12}})\ ?(?P<list_unit>目|号|\#)
      | (?P<teens>十[几来多]?(?=[二三四五六七八九]十))(?P<teens_to>[二三四五六七八九]十)个?(?P<teens_unit>{UNIT})
      | (?P<from>{ONE})\ ?个?(?P<from_unit>{UNIT})?\ ?(?:到|至|~|-|或者?)\ ?(?P<to>{ONE})(?P<to_loose>[多余])?\ ?个?
        \ ?(?P<to_unit>{UNIT}){LATIN_END}
      | (?P<first>{ONE})(?P<first_unit>{UNIT})(?P<second>{ONE}|半)(?P<second_unit>{UNIT})
"""
SINGLES = rf"""
        (?P<vague>好几|几|数)(?P<vague_of>[十百千万])?(?P<vague_loose>[来多余])?(?:个(?P<vague_ge>{MEASURED})|(?P<vague_unit>{UNIT}))(?P<vague_tail>多|余)?
      | (?P<teen>十)几个?(?P<teen_unit>{UNIT})
      | (?P<tens>[二三四五六七八九]十)几个?(?P<tens_unit>{UNIT})
      | (?P<half>半)个?(?P<half_unit>{UNIT})
      | (?P<number>[{HAN}]、[{HAN}]|{ONE})(?P<loose>[来多余])?\ ?(?:(?P<ge>个)(?P<ge_loose>[来多])?(?P<and_half>半)?\ ?(?P<ge_unit>{MEASURED})|(?P<unit>{UNIT})){LATIN_END}
        (?P<tail>半|多(?!个)|余|来)?(?P<decimal>[{HAN}](?![十百千万{HAN}]))?
      | (?P<bare>{ONE})
"""


def _whole(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<before>{BEFORE})?\ ?(?:{alternatives})(?P<after>\ ?{AFTER})?", re.VERBOSE)


QUANTITY = _whole(f"{PAIRS} | {SINGLES}")

# One quantity with one number: what is left when a pair turns out to be none (三道一寸).
SINGLE = _whole(f"(?!)(?:{PAIRS}) | {SINGLES}")

# Words that only contain a numeral. They are matched at or around a quantity and switch it off.
FIXED = re.compile(
    f"四周|四面|四边|四角|四处|四方|八方|一起|一样|一直|一下子|一下|一旦|一般|一些|一点(?![{HAN}])|一定|一切|一边|一面|一旁|一头|一会|一阵|一时|一共|一律|一致|一路|一向|"
    "一带|一侧|一端|一半|另一|唯一|统一|万一|千万|万能|百般|十分(?!之|钟)|三角|三脚|五彩|七彩|五金|五色|八仙|十字|六角|八角|四合|三合|两边|两头|两面|两侧|两端|"
    "两手|两只手|两支手|两只脚|两脚|两根手指|两个手指|两样|两者|半成品|半干|半湿|一口气|一辈子|一生|三七|十二生肖|二十四节气|五行|千层底|百家|百纳|百衲|一成不变|"
    "一分为二|二胡|三弦|千斤顶|百宝|九龙|双面|单面|一字|八字|人字|一道工序|一代|三代|几代|一方面|一刀切|一手|一心|十足|万年|一家|一套|一门|一件|一系列|一种|一类|一者|"
    "两下子|三下五|三三两两|七七八八|乱七八糟|接二连三|再三|独一无二|四不像|丁一卯|一毛|不三不四|一模一样|一五一十|十全|百分百|几乎|数目|数量|数字|数据|成千上万|千千万万|好几代|一块儿|一块去|几年前|天天"
)
ARTICLE_UNITS = frozenset(
    "个只张条块根片把支枝朵串颗粒件种样滴口对双副套段团座间排行列格瓣节枚捆束碗勺瓢杯桶盆锅缸坛筐车扇台孔头面刀号笔幅步卷绺丝股指担成分转目下担"
)
ORDINAL_BEFORE = re.compile(r"(?:第|初|星期|礼拜|老|大年|公元|十)$")
YEAR = re.compile(rf"(?:\d{{4}}|[{HAN}]{{4}})年(?!多|半|左右)")
STEP_NUMBER = re.compile(
    r"(?m)(?:^|[（(\[【])\ *(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）\]】]|^\ *(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．](?!\d)"
)
REDUPLICATED = re.compile(
    r"一(?P<unit>.)(?:[挨接跟压又]?一)(?P=unit)|一(?P<twice>.)(?P=twice)|(?P<many>[层张片根])(?P=many)"
)
