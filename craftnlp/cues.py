"""Cues: the timed lines of a transcript, and the one text that all offsets count in.

Three shapes are read: WebVTT, SRT, and plain text (a pasted chat log, ``师傅：…`` lines, or just paragraphs).
What was said stays as it was entered; only the markup around it is taken away. A time stamp that can be
understood is repaired, every other one is refused by line number.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from craftnlp.spec import Frozen


class Cue(Frozen):
    """One line of speech: seconds from the start of the recording, who speaks, and the words as entered.

    ``start`` and ``end`` are ``None`` in a transcript that was never timed. ``interviewer`` turns make no steps.
    """

    start: float | None = None
    end: float | None = None
    speaker: str = ""
    interviewer: bool = False
    text: str


class CueError(ValueError):
    """A transcript cannot be read; the message names the line and says what to do, in both languages."""

    def __init__(self, message: str, english: str, *, line: int | None = None) -> None:
        super().__init__(message)
        self.english = english
        self.line = line


def transcript_text(cues: Sequence[Cue]) -> str:
    """The text that every quote counts in: the cues joined by one newline, nothing added and nothing removed."""
    return "\n".join(cue.text for cue in cues)


def decode(data: bytes) -> str:
    """The text of an uploaded file: UTF-8, else GB 18030. Anything else is refused, never guessed."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        _refuse_binary(text)
        return text
    raise _not_text()


def parse_transcript(text: str) -> tuple[Cue, ...]:
    """The cues of a transcript in any of the three shapes. Raises :class:`CueError`."""
    _refuse_binary(text)
    lines = [Line(number, raw) for number, raw in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), 1)]
    cues = tuple(_timed(lines) if _is_timed(lines) else _plain(lines))
    if not cues:
        raise CueError(
            "口述记录是空的。请粘贴或上传有文字的记录。", "The transcript is empty: paste or upload one with text."
        )
    return with_interviewer(cues)


INTERVIEWER = re.compile(
    r"(?:[^\s：:]{0,6}(?:采访|採訪|访谈|訪談|访问|訪問|提问|提問|调查|調查)[者人员員]?|访员|訪員|[^\s：:]{0,6}(?:记者|記者|主持人)|问|問|主持|"
    r"编导|編導|导演|導演|q|interviewer|reporter|host)\s?\d{0,3}",
    re.IGNORECASE,
)
ROLE_NAME = re.compile(
    r"(?:师傅|師傅|老师|老師|大师|大師|先生|女士|传承人|傳承人|受访者|受訪者|讲述人|講述人|口述人|口述者|答\s?\d{0,3}|徒弟|学生|學生|师父|師父|工|(?<![A-Za-z])[Aa]\s?\d{0,3}|S\d+|说话人\s*\d*)$"
)
NICKNAME = re.compile(
    "[老小阿][王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔡余杜叶葉程苏蘇魏吕呂丁任沈姚"
    "卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋方白邹鄒孟熊秦邱江尹薛段雷侯龙龍史陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴戴莫孔汤湯]"
)
NO_SPEAKER = re.compile(
    r"(?:注意|步骤|步驟|材料|工具|说明|說明|比如|例如|比方说|第.{1,3}[步道]|[说說讲講道]|强调|強調|解释|解釋|表示|认为|認為|回忆|回憶|是|有|叫)$"
)


class Line:
    """A line of the file with its number, so that every complaint can name it."""

    __slots__ = ("number", "raw")

    def __init__(self, number: int, raw: str) -> None:
        self.number = number
        self.raw = raw

    @property
    def blank(self) -> bool:
        return not self.raw.strip()


def _not_text() -> CueError:
    return CueError(
        "这不是文字文件。请上传 .vtt、.srt、.txt，或直接粘贴文字。",
        "Not a text file: upload .vtt, .srt or .txt, or paste the text.",
    )


CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x9f\ufffd]")


def _refuse_binary(text: str) -> None:
    if "\0" in text or len(CONTROL.findall(text)) * 20 > len(text):
        raise _not_text()


# Timed text: WebVTT and SRT differ in a header, a comma and the voice tag, so one reader serves both.

ARROW = re.compile(r"(?<!\s)\s*(?:--?[>＞]|—>|→|➔)\s*")
CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.](\d{1,3}))?$")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
TAG = re.compile(r"</?(?:v|c|i|b|u|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<\d[\d:.]*>")
BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")


def _is_timed(lines: list[Line]) -> bool:
    first = next((line.raw for line in lines if not line.blank), "")
    return first.startswith("WEBVTT") or any(ARROW.search(line.raw) and _looks_timed(line.raw) for line in lines)


def _looks_timed(raw: str) -> bool:
    return bool(re.match(r"\s*[\d:：.．,，]+\s*(?:--?[>＞]|—>|→|➔)", raw))


def _timed(lines: list[Line]) -> Iterator[Cue]:
    for block in _blocks(lines):
        head = block[0].raw
        if head.startswith("WEBVTT") or BLOCK.match(head):
            continue
        at = next((i for i, line in enumerate(block[:2]) if ARROW.search(line.raw)), None)
        if at is None:
            raise _bad_time(block[0])
        start, end = _times(block[at])
        yield from _voices("\n".join(line.raw for line in block[at + 1 :]), start, end)


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if not line.blank:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _times(line: Line) -> tuple[float, float]:
    parts = ARROW.split(line.raw.strip(), maxsplit=1)
    start, end = _seconds(parts[0], line), _seconds(parts[1].split()[0] if parts[1].split() else "", line)
    if end <= start:
        raise CueError(
            f"第 {line.number} 行的结束时间不晚于开始时间：「{line.raw.strip()}」。请改正后再上传。",
            f"Line {line.number} does not end after it starts: {line.raw.strip()!r}. Correct it and try again.",
            line=line.number,
        )
    return start, end


def _seconds(stamp: str, line: Line) -> float:
    folded = stamp.strip().translate(str.maketrans("：，,．。０１２３４５６７８９", ":....0123456789"))
    found = CLOCK.match(folded)
    if not found or int(found[2]) > 59 or int(found[3]) > 59:
        raise _bad_time(line)
    fraction = (found[4] or "0").ljust(3, "0")
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]) + int(fraction) / 1000


def _bad_time(line: Line) -> CueError:
    shown = line.raw.strip()[:40]
    return CueError(
        f"第 {line.number} 行的时间看不懂：「{shown}」。请写成 00:01:02.500 --> 00:01:05.000。",
        f"Line {line.number} has no readable time: {shown!r}. Write it as 00:01:02.500 --> 00:01:05.000.",
        line=line.number,
    )


def _voices(payload: str, start: float, end: float) -> Iterator[Cue]:
    """One cue for each voice in the payload; an SRT line may begin with ``师傅：`` instead."""
    pieces = VOICE.split(payload)
    named = [("", pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
    for voice, markup in named:
        text = html.unescape(TAG.sub("", markup)).strip("\n")
        if not text.strip():
            continue
        speaker = voice.strip()
        if not speaker:
            speaker, text = _split_speaker(text, Counter())
        yield Cue(start=start, end=end, speaker=speaker, interviewer=is_interviewer(speaker), text=text)


# Plain text and chat logs.

MARK = re.compile(r"(?<!\s)\s*[\[【(（]?((?:\d{1,2}[:：])?\d{1,2}[:：]\d{2}(?:[.．]\d{1,3})?)[\]】)）]\s*")
CHAT_HEAD = re.compile(
    r"\s*(?:(?P<before>(?!\d{4}[-/年.])[^\s:：]{1,16})\s*)?(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s*)?"
    r"(?:(?:[上下]午|凌晨|晚上|中午)\s*)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*(?:(?P<after>[^\s:：]{1,16})\s*)?$"
)
SPEAKER = re.compile(
    r"\s*[\[【（(]?([^\s：:，。！？、；,.!?;「」“”\"0-9\[【（(\]】）)][^：:，。！？、；,.!?;「」“”\"\n\]】）)]{0,11})[\]】）)]?\s*[：:]\s*(?=\S)"
)
LABEL_ALONE = re.compile(
    r"\s*[\[【（(]?([^\s：:，。！？、；,.!?;「」“”\"0-9\[【（(\]】）)]{1,12})[\]】）)]?\s*[：:]?\s*$"
)
SHORT_LABEL = re.compile(
    r"\s*(?:[\[【（(]\s*(?P<held>[^\[【（(\]】）)\s]{1,8})\s*[\]】）)]|(?P<bare>[问問答QqAa])(?=[\s\u3000.、．])|(?P<number>[问問答QqAa]\d{1,3}))[\s\u3000.、．：:]*(?=\S)"
)
INLINE = re.compile(
    r"(?<=[。？！!?…”」\s])(?=(?:问|問|答|[QqAa]|记者|記者|采访者|採訪者|主持人|师傅|師傅|老师|老師)\s?\d{0,3}\s?[：:]\s?\S)"
)


def _plain(lines: list[Line]) -> Iterator[Cue]:
    labels = Counter(found[1].strip() for line in lines if (found := SPEAKER.match(MARK.sub("", line.raw, count=1))))
    speaker = ""
    for line in lines:
        if line.blank:
            continue
        if named := _named_alone(line.raw, labels):
            speaker = named
            continue
        start, rest = _mark(line)
        for piece in INLINE.split(rest):
            label, text = _split_speaker(piece, labels)
            speaker = label or speaker
            if text.strip():
                yield Cue(start=start, speaker=speaker, interviewer=is_interviewer(speaker), text=text)


def _named_alone(raw: str, labels: Counter[str]) -> str:
    """The speaker whom a line of its own names: the head of a chat message, or 师傅： with the words below."""
    head = CHAT_HEAD.match(raw)
    if head and (head["before"] or head["after"]):
        return head["before"] or head["after"]
    alone = LABEL_ALONE.match(raw)
    marked = alone and re.search("[：:\\]】]", raw)
    return alone[1] if alone and marked and _is_label(alone[1], labels) else ""


def _mark(line: Line) -> tuple[float | None, str]:
    """A leading ``[00:12]`` is a time from the start of the recording."""
    found = MARK.match(line.raw)
    if not found:
        return None, line.raw
    return _seconds(found[1], line), line.raw[found.end() :]


def _split_speaker(text: str, labels: Counter[str]) -> tuple[str, str]:
    found = SPEAKER.match(text)
    if found and _is_label(found[1].strip(), labels):
        return found[1].strip(), text[found.end() :]
    short = SHORT_LABEL.match(text)
    label = next((part for part in short.groups() if part), "") if short else ""
    if short and (_is_label(label, labels) if short["held"] else is_interviewer(label) or ROLE_NAME.fullmatch(label)):
        return label, text[short.end() :]
    return "", text


def _is_label(label: str, labels: Counter[str]) -> bool:
    """Whether the words before a colon name a speaker: by their role, or because they stand there again and again."""
    named = is_interviewer(label) or ROLE_NAME.search(label) or NICKNAME.fullmatch(label)
    known = named or labels[label] > 1
    return bool(known) and NO_SPEAKER.search(label) is None


def is_interviewer(speaker: str) -> bool:
    """Whether this speaker asks the questions."""
    return INTERVIEWER.fullmatch(speaker.strip()) is not None


# Who asks, where no name says so.

ASKS = re.compile(r"(?:[？?]|[吗嗎么]|(?<=[^\s，。])呢)[\s」”）)]*$")
ANSWERS = re.compile(
    r"\s*(?:[嗯呃哎啊哦]+[，、\s]*|[，、][，、\s]*)?(?:对|對|是的|是啊|是[，。]|嗯|没错|不是|不对|不用|不要|差不多|没有|可以)"
)
ASKING_TURNS = 2  # so many turns, most of them questions, make an interviewer of a speaker whom no name says to be one


def with_interviewer(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues with the turns of the one who asks marked, where no name told who that is.

    Of two speakers it is the one who mostly asks and speaks less (a name in a chat log). Where nobody is named, a line
    that ends in a question and gets a 对 or 不是 on the next line was asked by someone else.
    """
    if any(cue.interviewer for cue in cues):
        return cues
    if any(cue.speaker for cue in cues):
        asking = _asking(cues)
        return tuple(cue.model_copy(update={"interviewer": True}) if cue.speaker in asking else cue for cue in cues)
    asked = [ASKS.search(cue.text) and ANSWERS.match(after.text) for cue, after in pairwise(cues)]
    return tuple(
        cue.model_copy(update={"interviewer": True}) if is_asked else cue
        for cue, is_asked in zip(cues, [*asked, None], strict=True)
    )


def _asking(cues: tuple[Cue, ...]) -> set[str]:
    turns, questions, length = Counter[str](), Counter[str](), Counter[str]()
    for cue in cues:
        turns[cue.speaker] += 1
        questions[cue.speaker] += ASKS.search(cue.text) is not None
        length[cue.speaker] += len(cue.text)
    return {
        speaker
        for speaker in turns
        if speaker and turns[speaker] >= ASKING_TURNS
        if questions[speaker] * 3 >= turns[speaker] * 2 and length[speaker] * 2 < length.total()
        if not ROLE_NAME.search(speaker)
    }
