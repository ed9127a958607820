"""Small real H.264 films whose brightness says which frame is shown."""

from pathlib import Path

import av
import numpy as np

SHADES = 12  # brightness steps that survive compression and a browser's colour conversion


def shade(frame: int) -> int:
    """The grey of a frame, 20 apart, so that neighbours are told apart."""
    return 10 + 20 * (frame % SHADES)


def write_film(path: Path, *, fps: int, frames: int, width: int = 320, height: int = 180) -> Path:
    """A constant-rate film as our player wants it: no B-frames, a key frame every second, header first."""
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=fps)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.options = {"g": str(fps), "bf": "0", "preset": "veryfast", "x264-params": "threads=1"}
        for number in range(frames):
            picture = np.full((height, width, 3), shade(number), np.uint8)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path
