"""An angle is drawn by a template that can show it, and by no other."""

import pytest

from craftnlp.spec import Measure, StepField
from generation.backends.schematic.choose import CARD, choose
from generation.backends.schematic.samples.building import step_from

F = StepField


@pytest.mark.parametrize(
    ("sentence", "action", "material", "degrees", "template"),
    [
        ("把竹片弯到{}度。", "弯", "竹片", "120", "bend"),
        ("把竹片弯到{}度。", "弯", "竹片", "170", CARD),
        ("把皮子折起{}度。", "折", "皮子", "120", "fold_sheet"),
        ("把木板转{}度。", "转", "木板", "270", "turn_piece"),
        ("拿针斜着{}度扎布。", "扎", "布", "80", "stitch_along_path"),
        ("拿针斜着{}度扎布。", "扎", "布", "120", CARD),
        ("把竹片弯到{}度。", "弯", "竹片", "900", CARD),
    ],
)
def test_a_wide_angle_is_drawn_where_the_picture_has_room_for_it(
    sentence: str, action: str, material: str, degrees: str, template: str
) -> None:
    said = sentence.format(degrees)
    step = step_from(
        said, [(F.ACTION, action), (F.MATERIAL, material)], [(Measure.ANGLE, f"{degrees}度", degrees, "度")]
    )
    found = choose(step)
    assert found.template == template
    assert (f"{degrees}°" in found.reason) == (template == CARD)
