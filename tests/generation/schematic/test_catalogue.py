"""The catalogue of templates: complete in the documents, told apart by name, shown with two workpieces each."""

from collections import Counter
from pathlib import Path

import pytest

from generation.backends.schematic.choose import CARD, choose
from generation.backends.schematic.samples import MODULES, SAMPLES
from generation.backends.schematic.scenes import SCENES
from generation.backends.schematic.scenes.base import Family, Scene

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "schematic.md"


def test_every_family_of_motion_has_a_template() -> None:
    assert {scene.family for scene in SCENES} == set(Family)


def test_no_two_templates_share_a_name() -> None:
    assert len({scene.template for scene in SCENES}) == len(SCENES)


def test_no_sample_hides_another() -> None:
    assert len(SAMPLES) == sum(len(module.SAMPLES) for module in MODULES)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.template)
def test_every_template_is_in_the_document(scene: type[Scene]) -> None:
    assert f"| {scene.family.value} | `{scene.template}` |" in DOCUMENT.read_text("utf-8")


def test_every_template_is_shown_on_at_least_two_steps() -> None:
    shown = Counter(choose(request.step).template for request in SAMPLES.values())
    assert [scene.template for scene in SCENES if shown[scene.template] < 2] == []
    assert shown[CARD] == 1
