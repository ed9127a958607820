"""An outline of somebody's own: any shape is drawn in its proportions, any nonsense is refused in Chinese, and soon."""

import math
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

import pytest
import skia
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generation.backends.base import CannotRenderError, RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.choose import CARD, TEMPLATES, choose
from generation.backends.schematic.drawing.outline import (
    LONGEST,
    MOST_CONTOURS,
    MOST_INK,
    ROUND,
    SLACK,
    Contour,
    Outline,
    outline_from,
    outline_of,
)
from generation.backends.schematic.drawing.route import Route
from generation.backends.schematic.drawing.svg import MOST_SEGMENTS, OutlineError, path_from
from generation.backends.schematic.drawing.svg_file import DEEPEST, MOST_BYTES, MOST_ELEMENTS, outline_from_svg
from generation.backends.schematic.film import Film
from generation.backends.schematic.samples import SAMPLES
from generation.backends.schematic.scenes.base import Figure, Place, Scale, Stage
from generation.backends.schematic.scenes.carve.face import CarveFace
from generation.backends.schematic.scenes.cut.scene import CutPlan
from generation.backends.schematic.scenes.draw.plan import DrawPlan
from generation.backends.schematic.scenes.inlay.plan import InlayPlan
from generation.backends.schematic.scenes.stitch.scene import StitchPlan
from generation.backends.schematic.words.reading import Reading

ZIGZAG = "M0 0L10 20L20 0L30 20L40 0"
TWO = "M0 0H10M50 40H60"
PLACE = Place(Stage(124, 200, 640, 330), "甲")
FIGURES: dict[str, Callable[[Reading, Place], Figure]] = {
    "stitch": StitchPlan,
    "cut": CutPlan,
    "draw": DrawPlan,
    "carve": CarveFace,
    "wire": InlayPlan,
    "gold": InlayPlan,
}


def svg(body: str, root: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {root}>{body}</svg>'.encode()


def points(outline: Outline) -> list[list[tuple[float, float]]]:
    return [[(round(x, 2), round(y, 2)) for x, y in contour.points] for contour in outline.contours]


def shape(body: str) -> list[list[tuple[float, float]]]:
    return points(outline_from(outline_from_svg(svg(body))))


def film(name: str, data: str, **settings: bool) -> Film:
    wanted = replace(SAMPLES[name], frames=2, fps=1, settings={"outline": data, **settings})
    return Film(Schematic().plan(wanted), grain=False)


def refusal(request: RenderRequest) -> CannotRenderError:
    with pytest.raises(CannotRenderError) as caught:
        Schematic().plan(request)
    return caught.value


# What an outline becomes


def test_an_outline_keeps_its_proportions_and_fills_its_room() -> None:
    [corners] = points(outline_from("M100 100h200v50h-200z"))
    (left, top), (right, bottom) = corners[0], corners[2]
    assert (right - left) / (bottom - top) == pytest.approx(4, abs=0.1)
    assert right == pytest.approx(1.15, abs=0.01)
    assert outline_from("M0 0V9").contours[0].points[1][1] == pytest.approx(0.88, abs=0.01)


@pytest.mark.parametrize("data", ["M0 0h1000v10h-1000z", "M0 0h7v7h-7z", "M0 0A5 5 0 0 1 10 0A5 5 0 0 1 0 0z", ZIGZAG])
def test_no_point_lies_outside_the_round_room_of_a_hoop(data: str) -> None:
    farthest = max(math.hypot(*point) for contour in outline_from(data).contours for point in contour.points)
    assert 0.5 < farthest <= ROUND + 1e-6


def test_where_and_how_large_the_drawing_was_makes_no_difference() -> None:
    assert points(outline_from("M0 0L10 20L20 0")) == points(outline_from("M-900 500L-800 700L-700 500"))


def test_a_place_the_pen_only_moved_to_counts_for_nothing() -> None:
    circle = "M0 50A50 50 0 0 1 100 50A50 50 0 0 1 0 50Z"
    assert outline_from(f"M-9000 7{circle}M800000 3").contours == outline_from(circle).contours


def test_corners_stay_where_they_are_and_points_between_them_go() -> None:
    dense = "M0 0" + "".join(f"L{x / 10} {abs(x % 100 - 50) / 5 if x % 100 else 10}" for x in range(1, 501))
    kept = outline_from(dense).contours[0].points
    assert len(kept) < 25
    assert len(outline_from(ZIGZAG).contours[0].points) == 5


def test_a_way_back_along_the_same_line_is_no_shortcut() -> None:
    tips = [x for x, _ in outline_from("M0 0L10 0L3 0L8 0V1").contours[0].points]
    assert [round((x - tips[0]) / (max(tips) - tips[0]) * 10, 1) for x in tips[:4]] == [0, 10, 3, 8]


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=2, max_size=60))
def test_a_thinned_line_keeps_as_close_as_it_says(given_points: list[tuple[float, float]]) -> None:
    slack = 5.0
    kept = Contour(tuple(given_points), closed=False).thinned(slack).points
    assert set(kept) <= set(given_points)
    pieces = list(pairwise(kept)) or [(kept[0], kept[0])]
    for point in given_points:
        assert min(distance(point, *piece) for piece in pieces) <= 2 * slack + 1e-6


def distance(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    run = (end[0] - start[0], end[1] - start[1])
    long = run[0] ** 2 + run[1] ** 2
    along = (point[0] - start[0]) * run[0] + (point[1] - start[1]) * run[1]
    share = max(0.0, min(1.0, along / long)) if long else 0.0
    return math.dist(point, (start[0] + run[0] * share, start[1] + run[1] * share))


def test_a_circle_stays_round() -> None:
    [contour] = outline_from("M0 50A50 50 0 0 1 100 50A50 50 0 0 1 0 50Z").contours
    assert contour.closed
    reaches = [math.hypot(*point) for point in contour.points]
    middles = [math.dist((0, 0), ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)) for a, b in pairwise(contour.points)]
    assert max(reaches) - min(middles) < 4 * SLACK
    assert len(contour.points) < 120


def test_a_written_outline_reads_as_the_same_outline() -> None:
    body = '<path d="M0 0C30 90 70 -90 99 0M10 70h80"/><circle cx="50" cy="70" r="9"/>'
    written = outline_from_svg(svg(body))
    again = outline_from(written)
    assert [contour.closed for contour in again.contours] == [False, False, True]
    for one, other in zip(again.contours, outline_from(again.data()).contours, strict=True):
        assert math.dist(one.points[0], other.points[0]) < 0.005


def test_five_thousand_points_become_an_outline_that_a_request_can_carry() -> None:
    turns = [math.tau * index / 5000 for index in range(5000)]
    data = " ".join(
        f"{(2 + math.sin(9 * turn)) * 90 * math.cos(turn):.3f},{(2 + math.sin(9 * turn)) * 90 * math.sin(turn):.3f}"
        for turn in turns
    )
    written = outline_from_svg(svg(f'<polygon points="{data}"/>'))
    assert len(written) < LONGEST / 2
    assert 100 < len(outline_from(written).contours[0].points) < 1200


# What is refused


@pytest.mark.parametrize(
    "data",
    [
        "",
        "M5 5",
        "M5 5Z",
        "M5 5L5 5",
        "M5 5h0v0z",
        "M5 5h0M9 9h0",
        "M0 0LNaN 1",
        "M0 0L1e308 1",
        "M0 0L1e999 1",
        "M900000 900000h.01",
        "M0 0h.0001M500 500h.0001",
        "M0 0" + "l.1 9l.1 -9" * 900,
        "M0 0h1" + "m1 1h1" * MOST_CONTOURS,
        "M0 0" + "q9 9 0 9" * 4000,
        " " * (LONGEST + 1),
        "<svg/>",
        "M0 0L5 5\x00",
        "\ud800",
    ],
    ids=lambda data: data[:16].encode("ascii", "backslashreplace").decode(),
)
def test_what_cannot_be_followed_is_refused_in_chinese_and_says_what_to_do(data: str) -> None:
    refused = refusal(replace(SAMPLES["stitch"], settings={"outline": data}))
    assert refused.reason == "bad_outline"
    assert "请" in str(refused)
    assert str(refused).endswith("。")


@pytest.mark.parametrize("value", [True, 7, 1.5])
def test_an_outline_is_text(value: object) -> None:
    assert refusal(replace(SAMPLES["stitch"], settings={"outline": value})).reason == "bad_outline"  # type: ignore[dict-item]


BOMB = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>'
OUTSIDE = b'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg/>'


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "不是 SVG"),
        (b"hello", "不是 SVG"),
        (b"\x89PNG\r\n\x1a\n", "UTF-8"),
        (b"\x1f\x8b\x08\x00", "svgz"),
        (svg("<path d='M0 0h9'/>").decode().encode("utf-16"), "UTF-8"),
        ("<svg><title>鱼</title></svg>".encode("gb18030"), "UTF-8"),
        (b"<svg", "第 1 行"),
        (b"<svg>&b;</svg>", "第 1 行"),
        (b"<html><path d='M0 0h9'/></html>", "不是 SVG"),
        (BOMB, "DOCTYPE"),
        (OUTSIDE, "DOCTYPE"),
        (svg(""), "没有线"),
        (svg("<g/><defs><path d='M0 0h9'/></defs>"), "没有线"),
        (svg("<path d='M0 0h9' display='none'/>"), "没有线"),
        (svg("<g style='fill:red;display: none'><path d='M0 0h9'/></g>"), "没有线"),
        (svg("<foreignObject><svg><path d='M0 0h9'/></svg></foreignObject>"), "没有线"),
        (svg("<script href='http://example.com/x.js'>alert(1)</script>"), "没有线"),
        (svg("<path d=''/>"), "没有线"),
        (svg("<path d='M0 0'/>"), "第 1 个图形"),
        (svg("<path d='M0 0h9'/><path d='M0 0hx'/>"), "第 2 个图形"),
        (svg("<circle r='5mm'/>"), "单位"),
        (svg("<circle r='1_0'/>"), "单位"),
        (svg("<circle r='nan'/>"), "单位"),
        (svg("<circle r='-5'/>"), "负数"),
        (svg("<circle r='0'/>"), "只是一个点"),
        (svg("<rect width='1e308' height='1'/>"), "能用的数"),
        (svg("<polyline points='0 0 5'/>"), "少一个数"),
        (svg("<polyline points='0 0 5 5 z'/>"), "points"),
        (svg("<text>鱼</text>"), "文字"),
        (svg("<image href='http://example.com/fish.png'/>"), "图片"),
        (svg("<use href='#fish'/>"), "use"),
        (svg("<svg><path d='M0 0h9'/></svg>"), "套"),
        (svg("<path d='M0 0h9' transform='skewX(20)'/>"), "skewX"),
        (svg("<path d='M0 0h9' transform='scale(1'/>"), "scale"),
        (svg("<path d='M0 0h9' transform='scale(nan)'/>"), "scale"),
        (svg("<path d='M0 0h9' transform='rotate(1 2)'/>"), "rotate"),
        (svg("<path d='M0 0h9' transform='scale(0)'/>"), "只是一个点"),
        (svg("<path d='M0 0h9' style='transform:scale(2)'/>"), "变换"),
        (svg("<g transform='scale(1e6)'>" * 9 + "<path d='M0 0h9'/>" + "</g>" * 9), "变换太大"),
        (svg("<path d='M0 0h9' transform='" + "scale(1)" * 17 + "'/>"), "变换太多"),
        (svg("<g>" * DEEPEST + "</g>" * DEEPEST), "太复杂"),
        (svg("<b/>" * MOST_ELEMENTS), "太复杂"),
        (svg(("<path d='M0 0" + "h1" * 99 + "'/>") * (MOST_SEGMENTS // 99)), "线段太多"),
        (svg("<path d='M0 0" + "q900 0 0 .1q-900 0 0 .1" * 2500 + "'/>"), "弯太多"),
        (svg(" " * MOST_BYTES), "文件太大"),
    ],
    ids=lambda value: repr(value[:60]) if isinstance(value, bytes) else value,
)
def test_a_file_that_holds_no_outline_is_refused_plainly(data: bytes, word: str) -> None:
    with pytest.raises(OutlineError) as refused:
        outline_from_svg(data)
    assert word in str(refused.value)
    assert str(refused.value).endswith("。")


def test_what_is_no_line_is_passed_over_and_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("socket.socket.connect", opened)
    monkeypatch.setattr("builtins.open", opened)
    body = (
        '<?xml-stylesheet href="http://example.com/x.css"?><metadata><path d="M0 0h9"/></metadata>'
        '<style>@import url(http://example.com/x.css);</style><script href="http://example.com/x.js">1</script>'
        '<x:path xmlns:x="urn:other" d="M0 0v9"/><a href="http://example.com/"><path d="M0 0L3 4L6 0"/></a>'
    )
    assert shape(body) == shape('<path d="M0 0L3 4L6 0"/>')


@pytest.mark.parametrize(
    ("body", "same"),
    [
        ('<line x1="0" y1="0" x2="10" y2="20"/>', "M0 0L10 20"),
        ('<polyline points="0,0 10,20 20,0"/>', "M0 0L10 20L20 0"),
        ('<polygon points="0,0 10,20 20,0"/>', "M0 0L10 20L20 0Z"),
        ('<rect x="5" y="5" width="30" height="10"/>', "M5 5h30v10h-30z"),
        ('<circle cx="5" cy="5" r="4"/>', "M9 5A4 4 0 0 1 1 5A4 4 0 0 1 9 5Z"),
        ('<ellipse cx="5" cy="5" rx="4" ry="2"/>', "M9 5A4 2 0 0 1 1 5A4 2 0 0 1 9 5Z"),
        ('<g transform="translate(9 9)"><path d="M0 0L10 20" transform="scale(2 1)"/></g>', "M0 0L20 20"),
        ('<path d="M0 0L10 20" transform="rotate(90)"/>', "M0 0L-20 10"),
        ('<path d="M0 0L10 20" transform="rotate(90 4 7), translate(5)"/>', "M0 0L-20 10"),
        ('<path d="M0 0L10 20" transform="matrix(0 1 -1 0 3 3)"/>', "M0 0L-20 10"),
        ('<path d="M0 0L10 20" transform="translate(-3) scale(-1,1)"/>', "M0 0L-10 20"),
        ('<path d="M0 0L9 5" style="fill:none;text-transform:none;transform: none"/>', "M0 0L9 5"),
        ('<g display="inline"><path d="M0 0H9"/></g><path d="M0 5H9"/>', "M0 0H9M0 5H9"),
    ],
)
def test_simple_shapes_and_transforms_mean_what_svg_says(body: str, same: str) -> None:
    found, wanted = outline_from(outline_from_svg(svg(body))), outline_from(same)
    assert [contour.closed for contour in found.contours] == [contour.closed for contour in wanted.contours]
    for one, other in zip(found.contours, wanted.contours, strict=True):
        ring = one.round_trip()
        for point in other.points:
            assert min(distance(point, *piece) for piece in pairwise(ring)) < 0.005


NONSENSE = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: svg(f"<path d='{text}'/>")),
    st.lists(
        st.sampled_from(
            [
                *(
                    "<svg>",
                    "</svg>",
                    "<g transform='",
                    "scale(",
                    "1e308",
                    "-1e-308",
                    ")",
                    "'>",
                    "</g>",
                    "<path d='M0 0",
                ),
                *("L5 5", "A1 2 3 0 1 9 9", "c1 2 3 4 5 6", "Z", "'/>", "<circle r='", "<polygon points='", "<!--"),
                *("<![CDATA[", "<!DOCTYPE", "&lt;", "&#0;", "matrix(1 0 0 1 9", "rotate(", " ", "NaN", "\ufeff", "鱼"),
            ]
        ),
        max_size=40,
    ).map(lambda parts: "".join(parts).encode()),
)


@given(NONSENSE)
@example(b"<svg><path d='M0 0L1 1'/></svg>")
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_an_outline_or_refused(data: bytes) -> None:
    read: list[str] = []
    with suppress(OutlineError):
        written = outline_from_svg(data)
        assert len(written) <= LONGEST
        read.append(written)
    assert all(outline_of(path_from(one)).contours for one in read)


NUMBERS = st.one_of(st.integers(-50, 50), st.floats(allow_nan=True), st.sampled_from(["1e6", "-.5", "1e-9", "00"]))
COMMANDS = st.lists(st.tuples(st.sampled_from("MLHVCSQTAZmlhvcsqtaz"), st.lists(NUMBERS, max_size=7)), max_size=12)


@given(
    st.one_of(
        st.text(max_size=80), COMMANDS.map(lambda found: "M0 0" + "".join(f"{a}{str(b)[1:-1]}" for a, b in found))
    )
)
@settings(max_examples=300, deadline=None)
def test_any_text_is_an_outline_within_bounds_or_refused(data: str) -> None:
    outline = Outline(())
    with suppress(OutlineError):
        outline = outline_from(data)
        assert outline.contours
    assert len(outline.contours) <= MOST_CONTOURS
    ink = sum(math.dist(*piece) for contour in outline.contours for piece in pairwise(contour.round_trip()))
    assert ink <= MOST_INK
    assert all(math.hypot(*point) <= ROUND + 1e-3 for contour in outline.contours for point in contour.points)


# How a tool follows it


def contours(data: str) -> list[skia.Path]:
    return outline_from(data).at(100, 100, 50)


def test_the_tool_is_at_every_corner_in_turn() -> None:
    route = Route(contours(ZIGZAG))
    corners = outline_from(ZIGZAG).contours[0].points
    ways = [0.0]
    for start, end in pairwise(corners):
        ways.append(ways[-1] + 50 * math.dist(start, end))
    for (x, y), way in zip(corners, ways, strict=True):
        assert route.at(way)[0] == pytest.approx((100 + 50 * x, 100 + 50 * y), abs=0.05)


def test_a_closed_contour_ends_where_it_began() -> None:
    route = Route(contours("M0 0h9v9h-9z"))
    assert route.at(route.length)[0] == pytest.approx(route.at(0)[0], abs=0.05)


def test_between_two_contours_the_tool_is_lifted_and_leaves_no_line() -> None:
    route = Route(contours(TWO))
    lifted = [way for way in range(int(route.length)) if not route.touches(way)]
    assert lifted
    assert min(route.at(way)[0][1] for way in lifted) < route.at(0)[0][1]
    drawn = Route([route.part(0, lifted[len(lifted) // 2])])
    assert drawn.length == pytest.approx(route.shortest, abs=0.5)
    jumps = [math.dist(route.at(way)[0], route.at(way + 1)[0]) for way in range(int(route.length) - 1)]
    assert max(jumps) < 8


def test_only_what_the_tool_has_passed_is_done() -> None:
    route = Route(contours(ZIGZAG))
    for share in (0.1, 0.5, 0.9):
        piece = Route([route.part(0, route.length * share)])
        assert piece.length == pytest.approx(route.length * share, abs=0.5)
        assert piece.at(piece.length)[0] == pytest.approx(route.at(route.length * share)[0], abs=0.5)


def test_all_of_the_outline_is_done_at_the_end_and_stitches_stand_on_lines_only() -> None:
    route = Route(contours(TWO))
    whole, done = route.path.getBounds(), route.part(0, route.length).getBounds()
    assert (whole.left(), whole.right(), whole.bottom()) == (done.left(), done.right(), done.bottom())
    assert all(route.touches(place) for place in route.places(3))
    assert len(Route(contours("M0 0h1M90 90h1")).places(50)) == 2


@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_follows_the_outline_in_its_proportions(name: str) -> None:
    reading = Reading(SAMPLES[name].step, outline=outline_from("M0 0h30v10h-20z"))
    figure = FIGURES[name](reading, PLACE)
    box = figure.guide.track.path.getBounds()  # type: ignore[attr-defined]
    assert box.width() / box.height() == pytest.approx(3, rel=0.02)
    assert figure.panel.scale is Scale.NONE
    assert figure.guide.named  # type: ignore[attr-defined]
    assert reading.credits
    assert "花样的大小" in reading.assumed
    assert not {"走针路线", "所刻的线", "所画的线", "槽的线路", "花样的大小与样子"} & set(reading.assumed)


@pytest.mark.parametrize("name", FIGURES)
def test_no_outline_is_seen_in_a_mirror_by_the_left_hand(name: str) -> None:
    for mirrored in (False, True):
        reading = Reading(SAMPLES[name].step, mirrored=mirrored, outline=outline_from("M0 0L30 0L30 30"))
        figure = FIGURES[name](reading, PLACE)
        path = figure.guide.track.path  # type: ignore[attr-defined]
        box = path.getBounds()
        first = path.getPoint(0).x()
        left_handed_carver = isinstance(figure, CarveFace) and figure.holder.left
        assert first == pytest.approx(box.right() if left_handed_carver else box.left(), abs=0.01)


@pytest.mark.parametrize("name", FIGURES)
def test_the_drawn_outline_keeps_within_its_figure(name: str) -> None:
    for data in ("M0 0h9v9h-9z", "M0 0h90", "M0 0v90"):
        figure = FIGURES[name](Reading(SAMPLES[name].step, outline=outline_from(data)), PLACE)
        box, stage = figure.guide.track.path.getBounds(), figure.panel.stage  # type: ignore[attr-defined]
        assert stage.x + 24 < box.left()
        assert box.right() < stage.right - 24
        assert stage.y + 20 < box.top()
        assert box.bottom() < stage.bottom - 20


# What the plate and the plan say


def test_the_plate_says_where_the_line_came_from() -> None:
    assert any("线形取自附图" in text for text in film("brush", ZIGZAG).log.texts())
    assert not any("附图" in text for text in Film(Schematic().plan(SAMPLES["brush"]), grain=False).log.texts())


def test_an_outline_wins_over_a_said_shape_and_the_plate_says_so() -> None:
    assert film("stitch", ZIGZAG).facts()["credits"] == ["线形取自附图，未用所说的花样"]
    assert film("scissors", ZIGZAG).facts()["credits"] == ["线形取自附图"]


def test_a_view_without_the_line_does_not_claim_it() -> None:
    wanted = replace(SAMPLES["stitch"], frames=2, fps=1, view="side", settings={"outline": ZIGZAG})
    assert Film(Schematic().plan(wanted), grain=False).header.credits == ()


def test_a_mirrored_plate_says_both() -> None:
    words = "".join(film("cut", ZIGZAG, mirrored=True).log.texts())
    assert "镜像" in words
    assert "线形取自附图" in words


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_an_outline_is_taken_where_a_line_is_followed_and_refused_elsewhere(name: str) -> None:
    request = replace(SAMPLES[name], settings={"outline": ZIGZAG})
    template = choose(request.step).template
    if template != CARD:
        kind, reading = TEMPLATES[template], Reading(request.step, outline=outline_from(ZIGZAG))
        kind(reading, Stage(124, 200, 1106, 386))
        follows = bool(reading.credits)
        assert follows is kind.follows_line(Reading(request.step))
    if template != CARD and follows:
        assert Schematic().plan(request).settings["outline"] == ZIGZAG
    else:
        assert refusal(request).reason == "outline_does_not_fit"


def test_a_card_takes_no_outline() -> None:
    wanted = replace(SAMPLES["stitch"], settings={"outline": ZIGZAG, "template": CARD})
    assert refusal(wanted).reason == "outline_does_not_fit"


def test_planning_a_planned_request_changes_nothing() -> None:
    planned = Schematic().plan(replace(SAMPLES["draw"], settings={"outline": ZIGZAG}))
    assert Schematic().plan(planned) == planned


def test_the_same_outline_gives_the_same_frame_and_another_one_another() -> None:
    def frame(data: str) -> bytes:
        surface = skia.Surface(1280, 720)
        film("draw", data).draw(1, surface.getCanvas())
        return bytes(surface.toarray())

    assert frame(ZIGZAG) == frame(ZIGZAG)
    assert frame(ZIGZAG) != frame("M0 0h9v9")
