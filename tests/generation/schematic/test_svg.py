"""Outlines: what the language means, what is refused, and that nothing a stranger writes can hang or crash the reader."""

import random

import pytest
import skia

from generation.backends.schematic.drawing.svg import (
    MOST_CHARACTERS,
    MOST_SEGMENTS,
    OutlineError,
    path_from,
    read_marks,
)


def box(data: str) -> list[float]:
    bounds = path_from(data).computeTightBounds()
    return [round(side, 2) for side in (bounds.left(), bounds.top(), bounds.right(), bounds.bottom())]


def points(data: str) -> list[tuple[float, float]]:
    path = path_from(data)
    return [(round(point.x(), 3), round(point.y(), 3)) for point in path.getPoints(path.countPoints())]


@pytest.mark.parametrize(
    ("relative", "absolute"),
    [
        ("m10 10l5 -5", "M10,10 L15,5"),
        ("M10 10h5v-5", "M10 10 H15 V5"),
        ("M1 1c1 2 3 4 5 6", "M1 1C2 3 4 5 6 7"),
        ("M1 1c1 2 3 4 5 6s3 4 5 6", "M1 1C2 3 4 5 6 7 C8 9 9 11 11 13"),
        ("M1 1q1 2 3 4t3 3", "M1 1Q2 3 4 5 Q6 7 7 8"),
        ("M1 1s3 4 5 6", "M1 1C1 1 4 5 6 7"),
        ("M1 1t3 3", "M1 1Q1 1 4 4"),
        ("m1 1 2 2 3 0", "M1 1L3 3L6 3"),
        ("M1 1l2 2zl5 5", "M1 1L3 3ZM1 1L6 6"),
        ("M1 1a2 3 40 012 2", "M1 1A2 3 40 0 1 3 3"),
        ("M.5.5-1-1", "M0.5 0.5L-1 -1"),
        ("M1e1-1E1L5 5", "M10,-10L5,5"),
    ],
)
def test_relative_short_and_repeated_commands_mean_what_the_long_ones_mean(relative: str, absolute: str) -> None:
    assert points(relative) == points(absolute)


def test_an_arc_takes_the_side_its_flags_name() -> None:
    assert box("M0 0A10 10 0 0 1 20 0") == [0, -10, 20, 0]
    assert box("M0 0A10 10 0 0 0 20 0") == [0, 0, 20, 10]
    assert box("M0 0A10 10 0 1 1 10 10")[2] > 19


def test_an_arc_too_small_is_stretched_and_one_without_radius_is_a_line() -> None:
    assert box("M0 0A1 1 0 0 1 20 0") == [0, -10, 20, 0]
    assert box("M0 0A0 5 0 0 1 20 0") == [0, 0, 20, 0]


def test_after_a_closed_contour_the_pen_is_at_its_start() -> None:
    assert points("M5 5h10v10zl1 1")[-1] == (6, 6)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "   \n",
        "M0 0",
        "M0 0Z",
        "Z",
        "L5 5",
        "5 5",
        "M",
        "M5",
        "M0 0L5",
        "M0 0L5 5,",
        "M0 0L,5 5",
        "M0 0L5,,5",
        "M0 0C1 2 3 4 5",
        "M0 0A1 1 0 2 0 5 5",
        "M0 0A1 1 0 0.5 0 5 5",
        "M0 0LNaN 5",
        "M0 0Linf 5",
        "M0 0L1e999 5",
        "M0 0L2000000 5",
        "M0 0l900000 0l900000 0",
        "M0 0A1e9 1 0 0 0 5 5",
        "M0 0L5 5 X",
        "M0 0L٣ 5",
        "M0 0ſ1 1 2 2",
        "M0 0L5 5\u00a0L6 6",
        "M0 0L5 5\x00",
        "M0 0L--5 5",
        "M0 0L+ 5",
        "M0 0L. 5",
        "M0 0L1e 5",
        "<svg/>",
        "M0 0L5 5" + " " * MOST_CHARACTERS,
        "M0 0" + "l1 0" * MOST_SEGMENTS,
    ],
)
def test_anything_else_is_refused_in_chinese(data: str) -> None:
    with pytest.raises(OutlineError) as refused:
        path_from(data)
    message = str(refused.value)
    assert message.endswith("。")
    assert all(char == "。" or "\u4e00" <= char <= "\u9fff" or char.isprintable() for char in message)


def test_the_largest_outline_that_is_allowed_is_read() -> None:
    assert path_from("M0 0" + "h1" * (MOST_SEGMENTS - 1)).countPoints() == MOST_SEGMENTS
    assert box("M0 0H1000000") == [0, 0, 1e6, 0]


@pytest.mark.parametrize(
    "data",
    [
        "9" * MOST_CHARACTERS,
        "M0 0L" + "." * 19_000,
        "M0 0L" + "1e" * 9_000,
        "," * MOST_CHARACTERS,
        "M " * 9_999,
        "-" * 19_999,
    ],
)
def test_long_nonsense_is_refused_at_once(data: str) -> None:
    with pytest.raises(OutlineError):
        path_from(data)


def test_random_commands_are_read_or_refused_and_never_anything_else() -> None:
    chance = random.Random(11)  # noqa: S311  WONTFIX: the same nonsense in every run
    pieces = [*"MLHVCSQTAZmlhvcsqtaz,eE. ", *(f" {number}" for number in (0, 1, -3, 0.5, "1e5", "-.2", "1e7", "01"))]
    read = 0
    for _ in range(4000):
        data = "M0 0" + "".join(chance.choices(pieces, k=chance.randrange(9)))
        try:
            path = path_from(data)
        except OutlineError:
            continue
        read += 1
        assert path.isFinite()
        skia.Surface(8, 8).getCanvas().drawPath(path, skia.Paint())
    assert read > 40


def test_a_drawing_is_read_from_back_to_front_with_its_own_colours() -> None:
    marks = read_marks(
        '<svg xmlns="http://www.w3.org/2000/svg" stroke="#2A231D"><title>x</title>'
        '<rect class="wood" fill="#C79A62" stroke-width="2" x="1" y="2" width="10" height="5"/>'
        '<polygon class="steel" fill="#DAD7CF" points="0,0 4,0 4,3"/>'
        '<line class="line" stroke="#FFFFFF" stroke-width="1.5" x1="0" y1="0" x2="9" y2="0"/></svg>'
    )
    assert [(mark.kind, mark.fill, mark.stroke, mark.width) for mark in marks] == [
        ("wood", "#C79A62", "#2A231D", 2.0),
        ("steel", "#DAD7CF", "#2A231D", 0.0),
        ("line", "none", "#FFFFFF", 1.5),
    ]
    assert marks[0].path.getBounds() == skia.Rect.MakeXYWH(1, 2, 10, 5)


@pytest.mark.parametrize(
    ("element", "named"), [('<rect class="wood" fill="red"/>', "red"), ('<circle class="wood" r="nan"/>', "nan")]
)
def test_a_drawing_with_what_this_svg_does_not_have_is_refused(element: str, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        read_marks(f"<svg>{element}</svg>")
