"""Hands and tools: the table, the drawings and what lies on the plate agree; left is left, assumed is grey."""

import hashlib
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import skia

from craftnlp.lexicon.folding import fold
from generation.backends.schematic import gallery as sheets
from generation.backends.schematic.drawing.palette import GREY, INK, PALE, colour
from generation.backends.schematic.drawing.svg import read_marks
from generation.backends.schematic.samples import SAMPLES
from generation.backends.schematic.things.engraving import SURFACES, extent, lines_inside, source, thinned
from generation.backends.schematic.things.hands import Grip, Pose, draw_hand, draw_pair
from generation.backends.schematic.things.tools import BLOCK, NEEDLE_POINT, STYLUS, TOOLS, Tool, draw_tool

DRAWINGS = files("generation.backends.schematic.things") / "drawings"
ALL = (*TOOLS.values(), NEEDLE_POINT, STYLUS, BLOCK)
Pixels = npt.NDArray[np.uint8]


def names(folder: str) -> set[str]:
    return {file.name.removesuffix(".svg") for file in (DRAWINGS / folder).iterdir()}


def drawn(draw: object, *arguments: object, **options: object) -> Pixels:
    pixels = np.zeros((400, 600, 4), np.uint8)
    canvas = skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType).getCanvas()
    draw(canvas, *arguments, **options)  # type: ignore[operator]
    return pixels


def colours(pixels: Pixels) -> set[int]:
    solid = pixels[pixels[..., 3] == 255].astype(np.uint32)
    return {int(code) for code in np.unique((255 << 24) + (solid[:, 0] << 16) + (solid[:, 1] << 8) + solid[:, 2])}


def test_every_tool_has_a_drawing_and_every_drawing_a_tool() -> None:
    assert names("tools") == {tool.name for tool in ALL}
    assert len(TOOLS) >= 30


def test_every_grip_has_a_drawing_and_every_drawing_a_grip() -> None:
    assert names("hands") == set(Grip)


@pytest.mark.parametrize("tool", ALL, ids=lambda tool: tool.name)
def test_the_hand_takes_a_tool_where_there_is_tool(tool: Tool) -> None:
    reach = extent("tools", tool.name)
    assert reach.contains(tool.grip, tool.level)


@pytest.mark.parametrize("tool", ALL, ids=lambda tool: tool.name)
def test_the_tip_is_at_the_origin(tool: Tool) -> None:
    reach = extent("tools", tool.name)
    if tool.centred:
        assert reach.centerX() == pytest.approx(0, abs=3)
    else:
        assert -13 < reach.left() < 34  # a hammer's handle ends behind its face
    assert reach.top() < 4
    assert reach.bottom() > -4


@pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.name)
def test_names_are_simplified_and_a_tool_is_good_for_something(tool: Tool) -> None:
    assert [fold(word) for word in tool.words] == list(tool.words)
    assert len(set(tool.words)) == len(tool.words)
    assert isinstance(tool.hold, Grip)
    assert tool.does


def test_no_name_belongs_to_two_tools() -> None:
    owners: dict[str, list[str]] = {}
    for tool in TOOLS.values():
        for word in tool.words:
            owners.setdefault(word, []).append(tool.name)
    assert {word: tools for word, tools in owners.items() if len(tools) > 1} == {}


@pytest.mark.parametrize("path", [(f, n) for f in ("tools", "hands") for n in sorted(names(f))], ids="/".join)
def test_a_drawing_uses_known_surfaces_and_shows_its_colours_in_a_browser_too(path: tuple[str, str]) -> None:
    marks = read_marks(source(*path))
    assert {mark.kind for mark in marks} <= {*SURFACES, "line", "fine", "assumed"}
    assert all(mark.fill != "none" or mark.width > 0 for mark in marks)


@pytest.mark.parametrize("grip", Grip)
def test_an_assumed_hand_has_only_pale_and_grey(grip: Grip) -> None:
    pose = Pose(grip=grip, at=(250, 200), assumed=True)
    assert {colour(PALE), colour(GREY)} <= colours(drawn(draw_hand, pose))
    assert colour(INK) not in colours(drawn(draw_hand, pose))
    assert colour(INK) in colours(drawn(draw_hand, Pose(grip=grip, at=(250, 200))))


@pytest.mark.parametrize("tool", ALL, ids=lambda tool: tool.name)
def test_an_assumed_tool_has_neither_ink_nor_its_own_colour(tool: Tool) -> None:
    assumed = colours(drawn(draw_tool, tool, (200, 200), 0.0, 0.9, assumed=True))
    assert colour(PALE) in assumed
    assert colour(INK) not in assumed


@pytest.mark.parametrize("grip", Grip)
def test_a_left_hand_is_the_mirror_of_a_right_one(grip: Grip) -> None:
    right = drawn(draw_hand, Pose(grip=grip, at=(300, 200), turn=12))
    left = drawn(draw_hand, Pose(grip=grip, at=(300, 200), turn=12, mirrored=True))
    differing = np.abs(left[:, ::-1].astype(int) - right).max(axis=2) > 60
    assert differing.mean() < 0.01
    assert right[:, 450:, 3].sum() > right[:, :150, 3].sum()  # the arm comes from the right


def test_a_pair_has_its_left_hand_on_the_left_whatever_the_poses_say() -> None:
    one = Pose(grip=Grip.PALM, at=(200, 200), size=0.4)
    other = Pose(grip=Grip.PALM, at=(400, 200), size=0.4, mirrored=True)
    pixels = drawn(draw_pair, one, other)
    assert pixels[:, 0, 3].any()
    assert pixels[:, -1, 3].any()


def test_shade_lines_are_cut_to_their_shape() -> None:
    lines, square = skia.Path(), skia.Path()
    lines.moveTo(-50, 5)
    lines.lineTo(50, 5)
    lines.moveTo(2, 5)
    lines.lineTo(4, 5)
    square.addRect(skia.Rect.MakeLTRB(0, 0, 10, 10))
    square.addRect(skia.Rect.MakeLTRB(20, 0, 30, 10))
    inside = lines_inside(lines, square)
    assert [round(point.x(), 3) for point in inside.getPoints(inside.countPoints())] == [0, 10, 20, 30, 2, 4]


def test_a_thinned_outline_keeps_its_shape() -> None:
    path = skia.Path()
    path.moveTo(0, 0)
    for step in range(1, 31):
        path.lineTo(step, 0)
    path.lineTo(30, 20)
    path.close()
    thin = thinned(path)
    assert thin.countPoints() < 8
    assert thin.getBounds() == path.getBounds()


def test_two_processes_draw_the_same_hand() -> None:
    script = (
        "import hashlib, numpy, skia\n"
        "from generation.backends.schematic.things.hands import Grip, Pose, draw_hand\n"
        "pixels = numpy.zeros((400, 600, 4), numpy.uint8)\n"
        "canvas = skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType).getCanvas()\n"
        "draw_hand(canvas, Pose(grip=Grip.STRAND, at=(250, 200), turn=17))\n"
        "print(hashlib.sha256(pixels.tobytes()).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()
    here = drawn(draw_hand, Pose(grip=Grip.STRAND, at=(250, 200), turn=17))
    assert other == hashlib.sha256(here.tobytes()).hexdigest()


def test_the_gallery_shows_hands_tools_and_templates_on_one_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heights = []
    for shown in ({"card": SAMPLES["card"]}, {"card": SAMPLES["card"], "stitch": SAMPLES["stitch"]}):
        monkeypatch.setattr(sheets, "SAMPLES", shown)
        sheets.gallery(tmp_path / "new" / "look.png")
        sheet = skia.Image.open(str(tmp_path / "new" / "look.png"))
        assert sheet.width() == sheets.WIDTH
        heights.append(sheet.height())
    assert heights[1] - heights[0] == pytest.approx(sheets.SECTION + 222 + sheets.LABEL, abs=1)
