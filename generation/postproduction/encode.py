"""H.264 with equal bytes for equal frames: pinned threads, bit-exact flags, real BT.709."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.container import OutputContainer
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from av.video.stream import VideoStream

from generation.backends.base import Frame, RenderRequest
from generation.postproduction.conversion import Converter
from generation.postproduction.mastering import CODEC, CODEC_OPTIONS, THREADS

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
    stamp: Callable[[Frame], None],
    metadata: Mapping[str, str],
) -> str:
    """Stamp and write all frames; gives back the SHA-256 of the stamped frames as they are encoded (yuv420p planes).

    A second thread encodes one frame while the backend draws the next; the third buffer is the frame before. Raises :class:`FilmFaultError` for a frame of
    another size, ``OSError`` when the disk is full.
    """
    digest = hashlib.sha256()
    buffers = np.full((3, request.height, request.width, 4), 255, np.uint8)
    with av.open(str(path), "w", format="mp4", options=MUXER_OPTIONS) as container, ThreadPoolExecutor(1) as second:
        container.metadata.update(metadata)
        stream = _stream(container, request)
        converter = Converter(request.width, request.height)

        def write(number: int, picture: Frame) -> None:
            planes = converter.convert(picture)
            digest.update(planes.data)
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts = number
            container.mux(stream.encode(frame))

        running: Future[None] | None = None
        for number, (frame, buffer) in enumerate(zip(frames, cycle(buffers))):
            _copy(frame, buffer)
            stamp(buffer)
            if running:
                running.result()
            running = second.submit(write, number, buffer)
        if running:
            running.result()
        container.mux(stream.encode(None))
    return digest.hexdigest()


def _stream(container: OutputContainer, request: RenderRequest) -> VideoStream:
    stream = container.add_stream(CODEC, rate=request.fps, options=dict(CODEC_OPTIONS))
    stream.width, stream.height, stream.pix_fmt = request.width, request.height, "yuv420p"
    stream.codec_context.thread_count = THREADS
    stream.codec_context.color_range = ColorRange.MPEG
    stream.codec_context.colorspace = Colorspace.ITU709
    stream.codec_context.color_primaries = ColorPrimaries.BT709
    stream.codec_context.color_trc = ColorTrc.BT709
    return stream


def _copy(frame: Frame, buffer: Frame) -> None:
    if frame.shape[:2] != buffer.shape[:2] or frame.shape[2] not in (3, 4):
        raise FilmFaultError(
            "wrong_size", f"画面是 {frame.shape[1]}×{frame.shape[0]}，应为 {buffer.shape[1]}×{buffer.shape[0]}"
        )
    if frame.shape == buffer.shape:
        np.copyto(buffer, frame)  # X is not looked at
    else:
        buffer[..., :3] = frame
