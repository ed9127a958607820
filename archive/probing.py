"""What a media file says of itself. Opens hostile uploads: nothing outside the file is followed."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import av
from av.error import FFmpegError
from django.utils.translation import gettext as _

FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,wav,mp3"
MAX_PIXELS = 8192 * 4320
MAX_SECONDS = 24 * 3600
MIME_TYPES = {"mov": "video/mp4", "matroska": "video/webm", "wav": "audio/wav", "mp3": "audio/mpeg"}


class ProbeError(Exception):
    """The file cannot be kept as a recording; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Facts of a recording: seconds, pixels, frames per second."""

    mime_type: str
    seconds: float
    width: int | None
    height: int | None
    fps: float | None
    codec: str

    def fields(self) -> dict[str, Any]:
        """As the fields of a :class:`archive.models.Recording`."""
        return asdict(self)


def probe(path: Path) -> Probe:
    """Open the file and read its facts. Raises :class:`ProbeError`."""
    try:
        with av.open(str(path), options={"protocol_whitelist": "file", "format_whitelist": FORMATS}) as container:
            return _facts(container)
    except FFmpegError as error:
        raise ProbeError(
            _("打不开这个文件（%(error)s）。请上传 MP4、WebM、WAV 或 MP3。") % {"error": error.strerror}
        ) from error


def _facts(container: av.container.InputContainer) -> Probe:
    streams = [*container.streams.video, *container.streams.audio]
    if not streams or container.duration is None:
        raise ProbeError(_("文件里没有影像也没有声音。请检查是否传错了文件。"))
    seconds = container.duration / av.time_base
    video = container.streams.video[0] if container.streams.video else None
    if seconds > MAX_SECONDS or (video and video.width * video.height > MAX_PIXELS):
        raise ProbeError(_("影像过长或画面过大：最长 24 小时，最大 8192×4320。请先分段或缩小。"))
    return Probe(
        mime_type=MIME_TYPES[container.format.name.split(",")[0]],
        seconds=seconds,
        width=video.width if video else None,
        height=video.height if video else None,
        fps=float(video.average_rate) if video and video.average_rate else None,
        codec=streams[0].codec_context.name,
    )
