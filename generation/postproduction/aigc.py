"""The implicit label of GB 45438-2025: seven keys in the metadata of every generated file (knowledge: standards §1.3)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

KEYS: Final = (
    "Label",
    "ContentProducer",
    "ProduceID",
    "ReservedCode1",
    "ContentPropagator",
    "PropagateID",
    "ReservedCode2",
)
ALLOWED: Final = re.compile(r"[\x21\x23-\x5B\x5D-\x7E]*")  # no space, quote, backslash, Chinese
BOX_HEADER: Final = 8


class AigcLabelError(ValueError):
    """The label is missing or breaks a rule; the message says which."""


def aigc_label(*, producer: str, content_number: str, reserved: str = "") -> str:
    """The label of a film at its first writing, as JSON. Raises :class:`AigcLabelError` for a bad producer code."""
    label = dict.fromkeys(KEYS, "") | {
        "Label": "1",
        "ContentProducer": producer,
        "ProduceID": content_number,
        "ContentPropagator": producer,
        "PropagateID": content_number,
        "ReservedCode1": reserved,
    }
    text = json.dumps(label, separators=(",", ":"))
    parse_label(text)
    return text


def parse_label(text: str) -> dict[str, str]:
    """The seven values. Raises :class:`AigcLabelError` unless every rule is kept."""
    try:
        label = json.loads(text, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        raise AigcLabelError(f"AIGC 标识不是 JSON：{error}") from error
    if not isinstance(label, dict) or sorted(label) != sorted(KEYS):
        raise AigcLabelError(f"AIGC 标识应恰好有这七项：{', '.join(KEYS)}")
    for key, value in label.items():
        if not isinstance(value, str) or not ALLOWED.fullmatch(value):
            raise AigcLabelError(f"AIGC 标识的 {key} 含有不允许的字符，或不是字符串")
    if label["Label"] not in ("1", "2", "3"):
        raise AigcLabelError("AIGC 标识的 Label 只能是 1、2、3")
    if not label["ContentProducer"] or not label["ProduceID"]:
        raise AigcLabelError("AIGC 标识缺少生成服务提供者编码或内容制作编号")
    return label


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise AigcLabelError("AIGC 标识里有重复的项")
    return found


def labels_in(film: Path) -> int:
    """How many AIGC keys the MP4 file declares; the standard allows exactly one."""
    return sum(body.count(b"mdtaAIGC") for name, body in top_boxes(film) if name == b"moov")


def top_boxes(film: Path) -> Iterator[tuple[bytes, bytes]]:
    """The outermost boxes of an MP4 file in order; of the pictures (``mdat``) only the name."""
    with film.open("rb") as file:
        while len(header := file.read(BOX_HEADER)) == BOX_HEADER:
            size, name = int.from_bytes(header[:4]), header[4:]
            if size < BOX_HEADER:  # to the end of the file, or longer than 4 GiB: nothing of ours
                return
            if name == b"mdat":
                file.seek(size - BOX_HEADER, 1)
            yield name, b"" if name == b"mdat" else file.read(size - BOX_HEADER)
