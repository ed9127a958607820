"""Transcripts in every shape that people send: repaired where that is safe, refused by line where it is not."""

import pytest

from craftnlp import Cue, CueError, decode, parse_transcript, read, transcript_text

VTT = """WEBVTT

NOTE a remark
that is not speech

intro
00:01.000 --> 00:03.500 align:start
<v 师傅>针要斜一点，<i>三十度</i>的样子。</v>

00:00:04.000 --> 00:00:06.000
<v 采访者>多少度？
"""


def test_webvtt_with_voices_notes_and_markup() -> None:
    assert parse_transcript(VTT) == (
        Cue(start=1.0, end=3.5, speaker="师傅", text="针要斜一点，三十度的样子。"),
        Cue(start=4.0, end=6.0, speaker="采访者", interviewer=True, text="多少度？"),
    )


def test_two_voices_in_one_cue_are_two_turns() -> None:
    cues = parse_transcript("WEBVTT\n\n00:01.000 --> 00:02.000\n<v 采访者>几遍？<v 师傅>三遍 &amp; 一遍水")
    assert [(cue.speaker, cue.interviewer, cue.text) for cue in cues] == [
        ("采访者", True, "几遍？"),
        ("师傅", False, "三遍 & 一遍水"),
    ]


def test_srt_with_numbers_commas_and_names() -> None:
    (cue,) = parse_transcript("1\r\n00:00:01,250 --> 00:00:02,000\r\n师傅：揉一百下\r\n\r\n")
    assert cue == Cue(start=1.25, end=2.0, speaker="师傅", text="揉一百下")


@pytest.mark.parametrize(
    "stamp",
    [
        "00：00：01，500 --> 00：00：02，000",
        "0:01.5 -> 0:02",
        "00:01.500→00:02.000",
        "００:０１.５ --> ００:０２",
        "00:00:01.500 --＞ 00:00:02.000",
    ],
)
def test_a_time_stamp_that_can_be_understood_is_repaired(stamp: str) -> None:
    (cue,) = parse_transcript(f"WEBVTT\n\n{stamp}\n揉泥")
    assert (cue.start, cue.end) == (1.5, 2.0)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("WEBVTT\n\n00:99.000 --> 01:00.000\n揉泥", 3),
        ("WEBVTT\n\n00:01.000 --> \n揉泥", 3),
        ("1\n00:00:01,000 --> 00:00:02,000\n揉泥\n\n2\n00:00:xx --> 00:00:09,000\n拍泥", 6),
        ("WEBVTT\n\n00:05.000 --> 00:01.000\n揉泥", 3),
        ("WEBVTT\n\n没有时间的一段\n第二行\n", 3),
    ],
)
def test_any_other_time_stamp_is_refused_by_line(text: str, line: int) -> None:
    with pytest.raises(CueError, match=f"第 {line} 行") as caught:
        parse_transcript(text)
    assert caught.value.line == line
    assert str(line) in caught.value.english


def test_a_pasted_chat_log_keeps_speakers_and_drops_their_clock() -> None:
    cues = parse_transcript("采访者 2024/5/3 14:22\n怎么揉？\n周师傅 14:23\n双手往前推。\n再往下压。\n")
    assert [(cue.speaker, cue.interviewer, cue.text) for cue in cues] == [
        ("采访者", True, "怎么揉？"),
        ("周师傅", False, "双手往前推。"),
        ("周师傅", False, "再往下压。"),
    ]


def test_plain_lines_with_names_and_marks() -> None:
    cues = parse_transcript("[00:12] 师傅：先揉泥\n问：揉多久？\n答：一百下")
    assert [(cue.start, cue.speaker, cue.interviewer, cue.text) for cue in cues] == [
        (12.0, "师傅", False, "先揉泥"),
        (None, "问", True, "揉多久？"),
        (None, "答", False, "一百下"),
    ]


def test_a_colon_in_a_sentence_makes_no_speaker() -> None:
    (cue,) = parse_transcript("注意：不要晒太阳")
    assert (cue.speaker, cue.text) == ("", "注意：不要晒太阳")


@pytest.mark.parametrize("text", ["", "  \n\t\n", "WEBVTT\n\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n"])
def test_an_empty_transcript_is_refused(text: str) -> None:
    with pytest.raises(CueError, match="空的"):
        parse_transcript(text)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xff\xff\x00", bytes(range(1, 32)) * 20])
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(CueError, match="不是文字文件"):
        decode(data)


def test_files_are_utf8_or_gb18030() -> None:
    assert decode("揉泥".encode()) == "揉泥"
    assert decode("揉泥".encode("utf-8-sig")) == "揉泥"
    assert decode("揉泥，三遍。".encode("gb18030")) == "揉泥，三遍。"


def test_a_text_without_chinese_is_read_and_then_said_to_have_none() -> None:
    cues = parse_transcript("knead the clay 100 times")
    with pytest.raises(CueError, match="没有找到中文"):
        read(cues)


def test_the_text_that_offsets_count_in() -> None:
    assert transcript_text(parse_transcript("师傅：揉泥\n拍平")) == "揉泥\n拍平"


def test_a_megabyte_is_parsed_and_every_line_kept() -> None:
    text = "师傅：先揉泥，再拍到三毫米厚，晾两三天。\n" * 15_000
    assert len(text.encode()) > 1_000_000 // 2
    assert len(parse_transcript(text)) == 15_000
