"""A passage of our own with its annotation, and what tests make of it."""

import json
from typing import Any

from craftnlp.evaluation import AnnotatedStep

TEXT = "左手按住泥片，用竹刀切三毫米厚。再拿木拍子拍五六下。"


def span(words: str, *, after: str = "", **more: Any) -> dict[str, Any]:
    """The place of these words in the text."""
    start = TEXT.index(words, TEXT.index(after))
    return {"start": start, "end": start + len(words)} | more


CUT = {"action": span("切"), "tool": [span("竹刀")], "quantity": [span("三毫米", value="3", unit="毫米")]}
PRESS = {"action": span("按住"), "hand": [span("左手", value="left")], "material": [span("泥片")]}
PAT = {
    "action": span("拍", after="子"),
    "tool": [span("木拍子")],
    "quantity": [span("五六下", value="5-6", unit="下")],
}
GOLD = {"id": "own", "craft": "陶艺", "style": "spoken", "text": TEXT, "steps": [PRESS, CUT, PAT], "ignore": []}


def steps(*told: dict[str, Any]) -> list[AnnotatedStep]:
    return [AnnotatedStep.model_validate(one) for one in told]


def lines(*records: Any) -> list[bytes]:
    return [json.dumps(record, ensure_ascii=False).encode() for record in records]
