"""H.264 with equal bytes for equal frames: pinned threads, bit-exact flags, real BT.709."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.container import OutputContainer
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from av.video.stream import VideoStream

from generation.backends.base import Frame, RenderRequest
from generation.postproduction.chapters import Chapter, write_chapters
from generation.postproduction.conversion import Converter
from generation.postproduction.mastering import CODEC, CODEC_OPTIONS, THREAD_TYPE, THREADS
from generation.postproduction.stamp import Stamp

MUXER_OPTIONS: Final = {"movflags": "+faststart+use_metadata_tags", "fflags": "+bitexact"}


class FilmFaultError(Exception):
    """The film is not what was asked for. ``code`` is stable, the message says what is wrong."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def encode(
    frames: Iterable[Frame],
    path: Path,
    *,
    request: RenderRequest,
    stamp: Stamp,
    metadata: Mapping[str, str],
    chapters: Sequence[Chapter] = (),
) -> str:
    """Stamp and write all frames; gives back the SHA-256 of the stamped frames as they are encoded (yuv420p planes).

    x264's own threads encode one frame while the backend draws the next. Raises :class:`FilmFaultError` for a frame of
    another size, ``OSError`` when the disk is full.
    """
    digest = hashlib.sha256()
    with av.open(str(path), "w", format="mp4", options=MUXER_OPTIONS) as container:
        container.metadata.update(metadata)
        stream = _stream(container, request)
        write_chapters(container, chapters, request.fps)
        converter = Converter(request.width, request.height, stamp)
        for number, frame in enumerate(_rgbx(frames, request)):
            planes = converter.convert(frame)
            digest.update(planes.data)
            picture = av.VideoFrame.from_numpy_buffer(planes, format="yuv420p")  # the encoder copies it
            picture.pts = number
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    return digest.hexdigest()


def _stream(container: OutputContainer, request: RenderRequest) -> VideoStream:
    stream = container.add_stream(CODEC, rate=request.fps, options=dict(CODEC_OPTIONS))
    stream.width, stream.height, stream.pix_fmt = request.width, request.height, "yuv420p"
    stream.codec_context.thread_count = THREADS
    stream.codec_context.thread_type = THREAD_TYPE
    stream.codec_context.color_range = ColorRange.MPEG
    stream.codec_context.colorspace = Colorspace.ITU709
    stream.codec_context.color_primaries = ColorPrimaries.BT709
    stream.codec_context.color_trc = ColorTrc.BT709
    return stream


def _rgbx(frames: Iterable[Frame], request: RenderRequest) -> Iterator[Frame]:
    """The frames with four bytes a pixel, in the right size."""
    wide: Frame = np.full((request.height, request.width, 4), 255, np.uint8)
    for frame in frames:
        if frame.shape[:2] != wide.shape[:2] or frame.shape[2] not in (3, 4):
            size = f"{frame.shape[1]}×{frame.shape[0]}"
            raise FilmFaultError("wrong_size", f"画面是 {size}，应为 {request.width}×{request.height}")
        if frame.shape[2] == 3:
            wide[..., :3] = frame
            yield wide
        else:
            yield frame
