"""Where a numeral says no quantity: fixed words, dates, clock times, money, fingers, ordinals, doubled classifiers."""

import re

from craftnlp.components.quantities.numerals import HAN, NUMERAL
from craftnlp.lexicon.fixed_words import fixed_words

FIXED = re.compile("|".join(fixed_words()))

ONES = f"[{NUMERAL}]"
PART_OF_DAY = "早上|早晨|清早|清晨|一早|上午|中午|下午|傍晚|晚上|夜里|凌晨|半夜|今天|明天"
CLOCK_TIME = (
    rf"(?:{PART_OF_DAY})(?:{ONES}{{1,3}}|\d{{1,2}})[点:：](?:{ONES}{{1,3}}分?|\d{{1,2}}分?|半)?"
    rf"|(?:{ONES}{{1,3}}|\d{{1,2}})点(?:钟|半|整|一刻|三刻|多钟|零[{HAN}]分(?!之|米)|十[{HAN}]?分(?!之|米)|[二三四五]十[{HAN}]?分(?!之|米)|\d{{1,2}}分)"
    r"|(?<![\d:])(?:\d{1,2}:\d\d:\d\d|0\d:[0-5]\d|\d{1,2}:0\d)(?![\d:])"
)
DAY = rf"(?:{ONES}{{1,3}}|\d{{1,2}})"
DATE = (
    rf"(?:\d{{4}}|[{HAN}]{{4}})年(?!多|半|左右)|(?:{ONES}{{1,3}}|\d{{2,4}})年代|[{HAN}\d]{{1,2}}年级"
    rf"|(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})月(?:{DAY}(?:[号日]|(?=[，。、；前后晚那\n]|$)))?"
    rf"|(?:每月|本月|[上下]个?月){DAY}[号日]|(?:农历|阴历){DAY}"
    rf"|{DAY}号(?:那天|晚上|早上|上午|下午|开市|开工|开窑)"
    rf"|(?<![{NUMERAL}\d个每])(?:星期|礼拜)[一二三四五六]|[二三四五]更天?"
)
MONEY = rf"(?:{ONES}{{1,8}}|\d{{1,9}}(?:\.\d\d?)?)(?:块(?:[{HAN}](?=$|[，。；！？、的]|一[斤两个张根]|左右|钱|毛)|多?钱)|毛钱|元)"
HANDS = rf"(?:{ONES}|\d)(?:个|根|只|支|条)(?:手(?![把柄提])|指头|拇指|食指)"
ORDINAL = rf"第\ ?(?:{ONES}{{1,5}}|\d{{1,4}})(?:(?:[、和跟到至~-])第?(?:{ONES}{{1,5}}|\d{{1,4}}))*"
FEW = r"(?:其[他它余]|另外|剩下|[这那哪另])几"
AGO = r"(?:[这那前近头]|过去)几[年天月]"
SHAPES = rf"{ONES}[瓣角棱][花梅莲菊形]|{ONES}股叉|{ONES}节[鞭棍]|{ONES}条屏|{ONES}层[楼塔]"

FIRST = rf"(?=[{NUMERAL}\d第这那哪另其剩前近头过每本上下农阴早清中傍晚夜凌半今明星礼])"  # spares the other characters
OTHER = re.compile(f"{FIRST}(?:{'|'.join((CLOCK_TIME, DATE, MONEY, HANDS, ORDINAL, AGO, FEW, SHAPES))})")
STEP_NUMBER = re.compile(
    r"(?m)(?:^|[（(\[【])\ *(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）\]】]|^\ *(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．](?!\d)"
)
LINK = "(?:[又挨接跟压盖套叠连扣咬摞贴复]着?)?"
REDUPLICATED = re.compile(rf"一(?P<unit>.){LINK}一(?P=unit)|一(?P<twice>.)(?P=twice)|(?P<many>[层张片根])(?P=many)")
PATTERNS = (FIXED, OTHER, REDUPLICATED, STEP_NUMBER)
