"""What decides the bytes of a film besides its frames, as the recipe keeps it. Imports no media library."""

from collections.abc import Mapping
from importlib.metadata import version
from types import MappingProxyType
from typing import Final

from generation.backends.base import Kind, Scalar
from generation.fonts import font_sha256

LABELS: Final[Mapping[Kind, str]] = MappingProxyType(
    {Kind.SCHEMATIC: "AI生成·示意动画", Kind.GENERATIVE: "AI生成·非原始影像"}
)
SOURCE_TYPES: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.SCHEMATIC: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
        Kind.GENERATIVE: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    }
)
CODEC: Final = "libx264"
CODEC_OPTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "preset": "veryfast",
        "crf": "18",
        "profile": "high",
        "g": "24",
        "bf": "0",
        "x264-params": "me=dia:subme=1:rc-lookahead=8",
        "flags": "+bitexact",
    }
)
THREADS: Final = 2
THREAD_TYPE: Final = "FRAME"  # encodes while the next frame is drawn; slices would make the caller wait


def label_text(kind: Kind) -> str:
    """The words in the picture of every film of this kind."""
    return LABELS[kind]


def mastering_facts(kind: Kind) -> dict[str, Scalar]:
    """The part of a recipe's context that belongs to post-production."""
    return {
        "label": label_text(kind),
        "label_font_sha256": font_sha256(),
        "frames": "yuv420p",  # what the hash of the frames is taken of
        "encoder": f"{CODEC} threads={THREADS} {THREAD_TYPE} "
        + " ".join(f"{key}={value}" for key, value in CODEC_OPTIONS.items()),
        "av": version("av"),
        "pillow": version("pillow"),
    }


def content_number(recipe_sha256: str) -> str:
    """The 内容制作编号 of the film of this recipe: the same recipe, the same number."""
    return f"JIYI-{recipe_sha256[:32]}"
