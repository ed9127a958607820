"""Putting, taking, peeling, spreading: what is drawn is what was said, and nothing is drawn that was denied."""

import math

import numpy as np
import numpy.typing as npt
import pytest
import skia

from craftnlp.spec import Measure, Step, StepField
from generation.backends.schematic.drawing.palette import SAID_COLOURS
from generation.backends.schematic.drawing.text import Pen, TextLog
from generation.backends.schematic.samples.building import Number, step_from
from generation.backends.schematic.samples.place import SAMPLES
from generation.backends.schematic.scenes.base import Moment, Place, Scale, Stage
from generation.backends.schematic.scenes.lift.lid import LidLift
from generation.backends.schematic.scenes.lift.peel import PeelPlan, PeelSide, folded, halves
from generation.backends.schematic.scenes.lift.scene import TakeUp, source_in
from generation.backends.schematic.scenes.place import Put, way_in
from generation.backends.schematic.scenes.props import passage
from generation.backends.schematic.scenes.props.goal import Where, goal_in, thing_in
from generation.backends.schematic.scenes.props.passage import PassageOverview, PassageSide
from generation.backends.schematic.scenes.spread.figures import LayerSide
from generation.backends.schematic.scenes.spread.scene import Spread
from generation.backends.schematic.things.stuff import CLAY, DYE, LACQUER, METAL, SOOT, STONE, UNSAID, WAX, WOOD, Stuff
from generation.backends.schematic.things.workpieces import Form, kind_of
from generation.backends.schematic.words.reading import Reading

F = StepField
STAGE = Stage(124, 200, 1106, 380)
FIELDS = {"料": F.MATERIAL, "处": F.PLACE, "手": F.HAND, "具": F.TOOL, "径": F.PATH}


def step(sentence: str, action: str, numbers: list[Number] | None = None, **said: str) -> Step:
    pairs = [(F.ACTION, action), *((FIELDS[key], words) for key, words in said.items())]
    return step_from(sentence, pairs, numbers)


def put(sentence: str, action: str, numbers: list[Number] | None = None, **said: str) -> PassageOverview:
    scene = Put(Reading(step(sentence, action, numbers, **said)), STAGE)
    return next(figure for figure in scene.figures if isinstance(figure, PassageOverview))


@pytest.mark.parametrize(
    ("name", "where", "stuff"),
    [
        ("木桶里", Where.VESSEL, WOOD),
        ("铁桶里", Where.VESSEL, METAL),
        ("清水塘里", Where.WATER, None),
        ("窑后", Where.KILN, CLAY),
        ("青石板上", Where.SURFACE, STONE),
        ("蜡盘上", Where.SURFACE, WAX),
        ("台钳上", Where.SURFACE, UNSAID),
        ("转盘上", Where.SURFACE, UNSAID),
    ],
)
def test_the_place_is_the_said_one_and_of_the_said_stuff(name: str, where: Where, stuff: object) -> None:
    goal = goal_in(Reading(step(f"把竹子放到{name}。", "放", 料="竹子", 处=name)))
    assert (goal.name, goal.where) == (name, where)
    assert stuff is None or goal.stuff is stuff


def test_a_place_that_nobody_said_is_grey_and_noted() -> None:
    reading = Reading(step("把竹子放好。", "放", 料="竹子"))
    assert goal_in(reading).stuff is UNSAID
    assert "放的地方" in reading.assumed
    inside = Reading(step("把竹子放进去。", "放进", 料="竹子"))
    assert goal_in(inside).where is Where.VESSEL


def test_the_inside_of_something_is_no_flour() -> None:
    assert kind_of("里面") is None
    assert kind_of("上面的膜") is None


@pytest.mark.parametrize(
    ("name", "stuff"),
    [
        ("玉珠", STONE),
        ("木珠", WOOD),
        ("珠子", UNSAID),
        ("铁桶", METAL),
        ("木桶的里面", WOOD),
        ("颜料", DYE),
        ("墨", SOOT),
    ],
)
def test_a_thing_is_of_what_its_name_says_and_of_nothing_else(name: str, stuff: Stuff) -> None:
    assert (kind_of(name) or ("", None))[1] is stuff


def test_lacquer_and_dye_have_a_colour_only_when_it_was_said() -> None:
    assert kind_of("黑漆") == (Form.LIQUID, Stuff(SAID_COLOURS["黑"], LACQUER.dark, LACQUER.grain))
    assert kind_of("红颜料") == (Form.LIQUID, Stuff(SAID_COLOURS["红"], DYE.dark, DYE.grain))


def test_beads_of_an_unsaid_stuff_are_noted_as_assumed() -> None:
    reading = Reading(step("把珠子放好。", "放", 料="珠子"))
    assert thing_in(reading).stuff is UNSAID
    assert "珠子的料" in reading.assumed


def test_what_a_wall_hides_is_seen_through_it_from_the_first_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    figure = next(
        f for f in TakeUp(Reading(SAMPLES["take_hemp"].step), STAGE).figures if isinstance(f, PassageOverview)
    )
    seen = first_picture(figure)
    monkeypatch.setattr(passage, "HIDDEN", 0.0)
    assert (seen != first_picture(figure)).any()


def first_picture(figure: PassageOverview) -> npt.NDArray[np.uint8]:
    """What moves in a figure, as it is at the start."""
    pixels = np.zeros((720, 1280, 4), np.uint8)
    canvas = skia.Surface(pixels, skia.ColorType.kRGBA_8888_ColorType).getCanvas()
    figure.moving(Pen(canvas, TextLog()), Moment(0, 6))
    return pixels


def test_what_only_follows_the_action_is_still_the_place() -> None:
    reading = Reading(step("用双手捧泥放在盔头上。", "捧", 料="泥", 手="双手"))
    assert goal_in(reading).name == "盔头上"
    assert "盔头上的样子" in reading.assumed


def test_fuel_and_kiln_read_as_one_place_are_told_apart() -> None:
    reading = Reading(step("从天窗丢进柴火入窑。", "丢进", 处="柴火入窑"))
    assert thing_in(reading).name == "柴火"
    assert goal_in(reading).name == "窑"


def test_a_kiln_is_fed_through_the_opening_that_was_said() -> None:
    above = Reading(step("从天窗丢进柴火入窑。", "丢进", 处="柴火入窑"))
    assert goal_in(above).where is Where.VESSEL
    assert "窑的样子" in above.assumed
    assert goal_in(Reading(step("把柴火丢进窑里。", "丢进", 料="柴火", 处="窑里"))).where is Where.KILN


@pytest.mark.parametrize("count", [2, 5, 12])
def test_as_many_things_are_put_down_as_were_said(count: int) -> None:
    figure = put("把根根竹子放在木板上。", "放", [(Measure.COUNT, "根根", str(count), "根")], 料="竹子", 处="木板上")
    assert figure.way.count == count
    seen = {figure.way.at(Moment(second / 100, 6))[0] for second in range(601)}
    assert seen == set(range(count))
    feet = [figure.ends(index)[0][0] for index in range(count)]
    assert feet == sorted(feet)
    assert len(set(feet)) == count


def test_beads_lie_beside_each_other_in_a_dish() -> None:
    side = next(f for f in Put(Reading(SAMPLES["place_beads"].step), STAGE).figures if isinstance(f, PassageSide))
    first, second, third = (side.resting(index) for index in range(3))
    assert first[1] == second[1] == third[1] == side.floor
    assert third[0] - second[0] == pytest.approx(second[0] - first[0])
    assert second[0] - first[0] >= side.piece.width


def test_a_number_of_something_else_is_not_the_number_of_things() -> None:
    said: list[Number] = [(Measure.COUNT, "两个", "2", "个")]
    assert way_in(Reading(step("两个人把竹子放在木板上。", "放", said, 料="竹子", 处="木板上")), out=False).count == 1


def test_too_many_to_draw_is_said() -> None:
    reading = Reading(step("把百根竹子放在木板上。", "放", [(Measure.COUNT, "百根", "100", "根")], 料="竹子"))
    assert way_in(reading, out=False).count == 1
    assert "画出的次数" in reading.assumed


def test_a_thing_goes_down_when_it_is_put_and_up_when_it_is_taken() -> None:
    down = put("把泥放在木板上。", "放", 料="泥", 处="木板上").way
    lifted = [down.at(Moment(share * 6, 6))[1] for share in (0.0, 0.35, 0.7)]
    assert lifted == sorted(lifted, reverse=True)
    assert lifted[-1] == 0
    out = next(f for f in TakeUp(Reading(SAMPLES["take_hemp"].step), STAGE).figures if isinstance(f, PassageOverview))
    raised = [out.way.at(Moment(share * 6, 6))[1] for share in (0.0, 0.5, 1.0)]
    assert raised == [0, pytest.approx(raised[1]), 1]
    assert 0 < raised[1] < 1


def test_both_hands_carry_when_both_were_said() -> None:
    assert put("双手把泥放在木板上。", "放", 手="双手", 料="泥", 处="木板上").carrier.both
    single = put("左手把泥放在木板上。", "放", 手="左手", 料="泥", 处="木板上")
    assert not single.carrier.both
    assert single.holder.left


def test_two_hands_that_nobody_named_are_only_outlines() -> None:
    reading = Reading(step("捧泥放在盔头上。", "捧", 料="泥"))
    figure = next(f for f in Put(reading, STAGE).figures if isinstance(f, PassageOverview))
    assert figure.carrier.both
    assert not figure.holder.said
    assert "执手" in reading.assumed


def test_said_tweezers_carry_and_unsaid_ones_do_not() -> None:
    assert put("用镊子把银片放在木板上。", "放", 具="镊子", 料="银片", 处="木板上").carrier.tool is not None
    assert put("把银片放在木板上。", "放", 料="银片", 处="木板上").carrier.tool is None


@pytest.mark.parametrize(
    ("sentence", "action", "material"),
    [
        ("抄纸槽里放清水。", "放", "清水"),
        ("给铜片加热。", "加热", "铜片"),
        ("在画上盖章。", "盖", "章"),
    ],
)
def test_water_heat_and_seals_are_not_put_down(sentence: str, action: str, material: str) -> None:
    assert Put.objection(Reading(step(sentence, action, 料=material)))


@pytest.mark.parametrize("degrees", [10.0, 30.0, 75.0])
@pytest.mark.parametrize("side", ["左手", "右手"])
def test_a_sheet_is_peeled_at_the_said_angle(degrees: float, side: str) -> None:
    numbers: list[Number] = [(Measure.ANGLE, "这个角度", str(degrees), "度")]
    scene = TakeUp(Reading(step(f"{side}按这个角度把纸揭起。", "揭起", numbers, 手=side, 料="纸")), STAGE)
    figure = next(figure for figure in scene.figures if isinstance(figure, PeelSide))
    assert figure.panel.scale is Scale.ANGLE
    angle = figure.angle_at(figure.start)
    x, y = angle.point(angle.middle, 100)
    run = (angle.at[0] - x) if side == "左手" else (x - angle.at[0])
    assert math.degrees(math.atan2(angle.at[1] - y, run)) == pytest.approx(degrees)


def test_without_an_angle_the_slope_is_assumed() -> None:
    scene = TakeUp(Reading(step("把纸揭起。", "揭起", 料="纸")), STAGE)
    side = next(figure for figure in scene.figures if isinstance(figure, PeelSide))
    assert side.panel.scale is Scale.NONE
    assert "揭起的斜度" in scene.reading.assumed


def test_a_peeled_corner_keeps_its_size() -> None:
    scene = TakeUp(Reading(SAMPLES["peel_paper"].step), STAGE)
    plan = next(figure for figure in scene.figures if isinstance(figure, PeelPlan))
    at, normal = plan.fold_at(0.5)
    lying, back = halves(plan.corners, at, normal)
    corner = plan.corners[2]
    assert folded(corner, at, normal) in back
    assert folded(folded(corner, at, normal), at, normal) == pytest.approx(corner)
    whole = (plan.corners[2][0] - plan.corners[0][0]) * (plan.corners[2][1] - plan.corners[0][1])
    assert area(lying) + area(back) == pytest.approx(whole)


def area(points: list[tuple[float, float]]) -> float:
    """The area of a polygon."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def test_the_lid_of_a_vessel_is_lifted_not_peeled() -> None:
    scene = TakeUp(Reading(step("揭开楻桶。", "揭开", 料="楻桶")), STAGE)
    assert isinstance(scene.figures[0], LidLift)
    assert "盖子的样子" in scene.reading.assumed


def test_a_thing_read_as_a_place_is_the_thing() -> None:
    scene = TakeUp(Reading(step("提起抄纸帘。", "提起", 处="抄纸帘")), STAGE)
    figure = next(figure for figure in scene.figures if isinstance(figure, PassageOverview))
    assert figure.way.thing.name == "抄纸帘"


def test_the_source_is_the_one_after_cong() -> None:
    reading = Reading(step("从木桶里取出竹子。", "取出", 径="从木桶里", 料="竹子"))
    assert source_in(reading, thing_in(reading)).where is Where.VESSEL


def test_other_meanings_of_taking_are_refused() -> None:
    for sentence, action, material in [
        ("提花要细。", "提花", "花"),
        ("把布撕开。", "撕开", "布"),
        ("从罐里取水。", "取", "水"),
    ]:
        assert TakeUp.objection(Reading(step(sentence, action, 料=material)))


@pytest.mark.parametrize(("value", "ends"), [("1", (1, 1)), ("≈2", (2, 2)), ("2-3", (2, 3))])
def test_a_layer_is_as_thick_as_was_said(value: str, ends: tuple[float, float]) -> None:
    numbers: list[Number] = [(Measure.THICKNESS, "几寸厚", value, "寸")]
    scene = Spread(Reading(step("铺几寸厚稻草灰。", "铺", numbers, 料="稻草灰")), STAGE)
    side = next(figure for figure in scene.figures if isinstance(figure, LayerSide))
    assert side.panel.scale is Scale.TRUE
    assert side.thick / side.pixels == pytest.approx(sum(ends) / 2)
    assert side.floor - ends[1] * side.pixels > side.panel.stage.y


def test_said_layers_of_cloth_lie_on_each_other() -> None:
    side = next(f for f in Spread(Reading(SAMPLES["spread_cloth"].step), STAGE).figures if isinstance(f, LayerSide))
    assert side.count == 3
    assert side.panel.scale is Scale.NONE


def test_the_side_figure_fits_its_thing_between_rim_and_floor() -> None:
    side = PassageSide(
        Reading(SAMPLES["place_bamboo"].step),
        Place(STAGE, "乙"),
        way_in(Reading(SAMPLES["place_bamboo"].step), out=False),
    )
    assert side.vessel is not None
    assert side.piece.width < 2 * side.vessel.half(0.4)
