"""Converting only what changed gives the very film that converting everything gives."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.backends.base import Frame
from generation.postproduction.conversion import Converter, to_yuv

WIDTH, HEIGHT = 96, 64


def whole(frame: Frame) -> npt.NDArray[np.uint8]:
    planes: npt.NDArray[np.uint8] = np.asarray(to_yuv(frame).to_ndarray(), np.uint8)
    return planes


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
    converter, frame = Converter(WIDTH, HEIGHT), noise(1)
    assert (converter.convert(frame) == whole(frame)).all()
    for seed, (top, left, height, width) in enumerate(areas, 2):
        frame = frame.copy()
        frame[top : top + height, left : left + width] = noise(seed)[top : top + height, left : left + width]
        assert (converter.convert(frame) == whole(frame)).all()


def test_a_frame_that_stands_still_is_not_converted_again() -> None:
    converter, frame = Converter(WIDTH, HEIGHT), noise(1)
    first = converter.convert(frame).copy()
    assert (converter.convert(frame.copy()) == first).all()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (720, 1280), (832, 480), (1280, 704)])
def test_every_size_we_deliver_is_converted_exactly(width: int, height: int) -> None:
    converter, frame = Converter(width, height), noise(3, height, width)
    converter.convert(frame)
    moved = frame.copy()
    moved[height // 2 - 3 : height // 2 + 8, 5:9] = 0
    moved[..., 3] = 255
    assert (converter.convert(moved) == whole(moved)).all()
