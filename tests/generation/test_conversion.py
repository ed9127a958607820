"""Copying, stamping and converting only what changed gives the very film that doing all of it gives."""

import numpy as np
import numpy.typing as npt
import pytest
from av.video.reformatter import VideoReformatter
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.backends.base import Frame, Kind
from generation.postproduction.conversion import Converter, to_yuv
from generation.postproduction.stamp import stamp_for

WIDTH, HEIGHT = 160, 96
SIZES = [(1280, 720), (720, 1280), (832, 480), (1280, 704), (854, 480), (96, 30)]


def whole(frame: Frame) -> npt.NDArray[np.uint8]:
    """The planes of a frame that was stamped and converted at once."""
    stamped = frame.copy()
    stamp_for(Kind.SCHEMATIC, stamped.shape[1], stamped.shape[0]).press(stamped)
    planes: npt.NDArray[np.uint8] = np.asarray(to_yuv(stamped, VideoReformatter()).to_ndarray(), np.uint8)
    return planes


def converter(width: int = WIDTH, height: int = HEIGHT) -> Converter:
    return Converter(width, height, stamp_for(Kind.SCHEMATIC, width, height))


def noise(seed: int, height: int = HEIGHT, width: int = WIDTH) -> Frame:
    frame = np.random.default_rng(seed).integers(0, 256, (height, width, 4), np.uint8)
    frame[..., 3] = 255
    return frame


@given(
    st.lists(
        st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1), st.integers(1, HEIGHT), st.integers(1, WIDTH)),
        max_size=5,
    )
)
@settings(max_examples=60, deadline=None)
def test_changed_areas_are_converted_as_in_a_whole_frame(areas: list[tuple[int, int, int, int]]) -> None:
    made, frame = converter(), noise(1)
    assert (made.convert(frame) == whole(frame)).all()
    for seed, (top, left, height, width) in enumerate(areas, 2):
        frame = frame.copy()
        frame[top : top + height, left : left + width] = noise(seed)[top : top + height, left : left + width]
        assert (made.convert(frame) == whole(frame)).all()


@given(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1))
@settings(max_examples=80, deadline=None)
def test_a_single_pixel_is_enough(row: int, column: int) -> None:
    made, frame = converter(), noise(1)
    made.convert(frame)
    frame[row, column, :3] ^= 255
    assert (made.convert(frame) == whole(frame)).all()


def test_the_same_array_may_be_drawn_on_again_and_is_not_written_to() -> None:
    made, frame = converter(), noise(1)
    for seed in (1, 2, 3):
        frame[40:50, seed : seed + 30] = noise(seed)[40:50, seed : seed + 30]
        given_frame = frame.copy()
        assert (made.convert(frame) == whole(given_frame)).all()
        assert (frame == given_frame).all()


def test_a_frame_that_stands_still_stays_the_same() -> None:
    made, frame = converter(), noise(1)
    first = made.convert(frame).copy()
    assert (made.convert(frame.copy()) == first).all()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_size_is_converted_exactly(width: int, height: int) -> None:
    made, frame = converter(width, height), noise(3, height, width)
    made.convert(frame)
    for top, left in ((height // 2 - 3, 5), (0, 0), (height - 3, width - 9), (height // 20, width - width // 5)):
        frame = frame.copy()
        frame[top : top + 11, left : left + 9] ^= 255
        frame[..., 3] = 255
        assert (made.convert(frame) == whole(frame)).all()
