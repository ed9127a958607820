"""The finished file is opened again and believed more than the program that wrote it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import av
import numpy as np
import numpy.typing as npt

from generation.backends.base import RenderRequest, Scalar
from generation.postproduction.aigc import AigcLabelError, labels_in, parse_label, top_boxes
from generation.postproduction.encode import FilmFaultError
from generation.postproduction.mastering import CODEC_OPTIONS

SMALL: Final = (160, 90)  # where black and frozen pictures are looked for
DARK: Final = 24  # luma of 255 below which a pixel shows nothing
LIT_PART: Final = 0.01  # of the pixels outside the label must show something
STEP: Final = 4  # how far a pixel must move to count as moved

Small = npt.NDArray[np.uint8]


def probe(path: Path, *, request: RenderRequest, content_number: str) -> dict[str, Scalar]:
    """What the file says of itself. Raises :class:`FilmFaultError` unless it is exactly what was asked for."""
    found = _measure(path)
    _same("wrong_size", "画面大小", f"{found['width']}×{found['height']}", f"{request.width}×{request.height}")
    _same("wrong_length", "帧数", found["frames"], request.frames)
    _same("wrong_rate", "帧率", found["fps"], float(request.fps))
    _same("wrong_codec", "像素格式", found["pixel_format"], "yuv420p")
    _same("wrong_colour", "色彩空间", found["colour"], "1/1/1/1")
    _check_label(path, str(found["aigc"]), content_number)
    _check_pictures(pictures(path, request.frames))
    return found


def _same(code: str, what: str, found: Scalar, wanted: Scalar) -> None:
    if found != wanted:
        raise FilmFaultError(code, f"成片的{what}是 {found}，应为 {wanted}。")


def _measure(path: Path) -> dict[str, Scalar]:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        codec = stream.codec_context
        rate = stream.average_rate
        return {
            "width": codec.width,
            "height": codec.height,
            "pixel_format": str(codec.pix_fmt),
            "codec": codec.name,
            "profile": str(codec.profile),
            "colour": f"{codec.color_range:d}/{codec.colorspace:d}/{codec.color_primaries:d}/{codec.color_trc:d}",
            "fps": float(rate) if rate else 0.0,
            "frames": sum(1 for packet in container.demux(stream) if packet.size),
            "aigc": container.metadata.get("AIGC", ""),
            "starts_at_once": [name for name, _ in top_boxes(path)].index(b"moov") < 2,
        }


def _check_label(path: Path, text: str, content_number: str) -> None:
    try:
        label = parse_label(text)
    except AigcLabelError as error:
        raise FilmFaultError("bad_label", str(error)) from error
    _same("bad_label", "AIGC 标识个数", labels_in(path), 1)
    _same("bad_label", "内容制作编号", label["ProduceID"], content_number)


def _check_pictures(seen: Iterator[Small]) -> None:
    """Looks no further than the pictures that show something and that something moves."""
    first = next(seen)
    lit, moves = _lit(first), False
    for picture in seen:
        lit = lit or _lit(picture)
        moves = moves or bool(np.abs(first.astype(int) - picture).max() >= STEP)
        if lit and moves:
            return
    if not lit:
        raise FilmFaultError("black_film", "成片是黑的，什么也看不见。")
    raise FilmFaultError("frozen_film", "成片从头到尾一动不动。")


def _lit(picture: Small) -> bool:
    return bool((picture > DARK).mean() >= LIT_PART)


def pictures(path: Path, frames: int) -> Iterator[Small]:
    """The first picture of every group and the very last one, small and grey, without the top where the label is."""
    with av.open(str(path)) as container:
        container.streams.video[0].codec_context.skip_frame = "NONKEY"
        yield from (_small(frame) for frame in container.decode(video=0))
    yield _small(picture_at(path, frames - 1))


def picture_at(path: Path, number: int) -> av.VideoFrame:
    """One decoded frame. Raises :class:`FilmFaultError` when it cannot be decoded."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        group = int(CODEC_OPTIONS["g"])
        start = number // group * group
        ticks = stream.duration or 0
        container.seek(ticks * start // max(stream.frames, 1), stream=stream)
        for at, frame in enumerate(container.decode(stream), start):
            if at == number:
                return frame
    raise FilmFaultError("cannot_decode", f"第 {number + 1} 帧解不出来。")


def _small(frame: av.VideoFrame) -> Small:
    grey = frame.reformat(width=SMALL[0], height=SMALL[1], format="gray").to_ndarray().astype(np.uint8)
    grey[: SMALL[1] // 6 + 1] = 0
    return grey
