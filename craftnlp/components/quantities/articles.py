"""Where 一 is an article and where a number counts the place in a row: neither says how much.

一个坑 is any pit; 一勺盐 after 加 is a measure. 这一层, 下一步, 二道漆 say which one, not how many.
"""

import re

from craftnlp.lexicon.units import units

Match = re.Match[str]

ARTICLE_KINDS = frozenset({"count", "yarn", "sheet", "stitch", "volume"})
NEVER_ARTICLES = frozenset({"圈", "份", "升", "毫升", "斗", "ml", "cc", "l", "立方米", "立方"})
ARTICLES = frozenset(
    name for name, unit in units().items() if unit.kind in ARTICLE_KINDS and name not in NEVER_ARTICLES
) | frozenset("股丝绒绺转号目下指锤锯轮")
POURED = re.compile(
    "(?:加|放|兑|掺|倒|舀|撒|添|滴|取|拌|喝|浇|盛|挖|对|下|配|占)(?:入|进|上|点|了|个|到|大约|约|大概)?$"
)
SMALL = frozenset({"勺", "匙", "调羹", "汤匙", "茶匙", "勺子", "撮", "捧", "滴", "杯", "盅"})
STUFF = re.compile("[^，。；\\n]{0,2}[盐糖油水酒醋灰粉漆胶蜡碱矾浆泥沙]")
HANDFULS = frozenset({"把"})
GRASPED = re.compile("[抓撒捏](?:上|了|入|进)?$")
THREADS = frozenset({"根", "条", "股", "针", "格", "行", "目", "扣", "支", "片"})
COUNTED_OFF = re.compile("[压挑隔跳空漏让减并]$")  # 隔一根、跳一根: in weaving the one is counted
PAPER = re.compile("[^，。]{0,3}纸|宣|毛边|连史")
WIDE = re.compile("的?[宽厚高深长粗]|来[宽厚高深长]")

ORDINAL = re.compile("(?:第|初|星期|礼拜|老|大年|公元)$")
WHICH = re.compile("(?:[这那每哪另某头前后同单任]|最后|[同上下])$")
LAYING = re.compile("(?:再|先|要|得|就|来|去|又|刷|涂|能|可以|各|都|给它|给他|，|。|^)[上]$")
DOWNWARD = frozenset({"length", "fen"})
ROWS = frozenset({"道", "遍", "次", "层", "茬", "锅", "度", "回", "趟", "轮", "天", "年", "胎", "号"})
SINCE = re.compile("工序|的|步|回|次|代|年|周|月|批|句|期|季")


def is_article(found: Match) -> bool:
    """一 + classifier is an article (一个坑), unless the number is more than a mere 一."""
    name = found["unit"] or found["sized"]
    if found["number"] != "一" or name not in ARTICLES or units()[name].kind == "body":
        return False
    if any(found[group] for group in ("loose", "and_half", "tail", "after", "before")):
        return False
    return not _measures(found, name)


def _measures(found: Match, name: str) -> bool:
    before = found.string[max(0, found.start("number") - 4) : found.start("number")]
    if units()[name].kind == "volume":
        return bool(POURED.search(before)) or (name in SMALL and bool(STUFF.match(found.string, found.end())))
    if name in HANDFULS:
        return bool(GRASPED.search(before))
    if name in THREADS:
        return bool(COUNTED_OFF.search(before))
    if name in {"刀", "令"}:
        return bool(PAPER.match(found.string, found.end()))
    return name in {"指", "指头"} and bool(WIDE.match(found.string, found.end()))


def is_ordinal(found: Match, core: int) -> bool:
    """第三遍, 头一道, 下一步, 二道漆."""
    before = found.string[max(0, core - 4) : core]
    if ORDINAL.search(before):
        return True
    if found["number"] == "二" and found["unit"] in ROWS:
        return True
    return found["number"] == "一" and bool(WHICH.search(before)) and _is_which(found, before)


def _is_which(found: Match, before: str) -> bool:
    """上一道漆 is an act where 上 is a verb; 压下一寸 is a length."""
    name = found["unit"] or found["ge_unit"] or found["sized"]
    if before.endswith("下"):
        return units()[name].kind not in DOWNWARD
    if before.endswith("上"):
        return not LAYING.search(before) and (
            name in {"步", "次", "回", "年", "周", "月", "个"} or bool(SINCE.match(found.string, found.end()))
        )
    return True
