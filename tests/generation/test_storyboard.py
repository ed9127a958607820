"""From an accepted specification to shots and prompts."""

import pytest

from archive.models import SpecStatus, TechniqueSpec
from craftnlp.spec import Edge, Status, Step, StepField
from craftnlp.spec import TechniqueSpec as Spec
from generation.models import PromptTemplate, Shot
from generation.prompts import SecretStepError, default_template, missing_parts, render_prompt
from generation.services.recipes import request_for
from generation.storyboard import NotAcceptedError, shown_steps, storyboard_for
from tests.factories import TechniqueSpecFactory, spec_content

pytestmark = pytest.mark.django_db


def with_secret() -> Spec:
    """The cast's specification, its second step kept secret."""
    first, second = spec_content().steps
    return spec_content().model_copy(update={"steps": (first, second.model_copy(update={"secret": True}))})


def test_every_step_gets_a_plate_of_six_seconds() -> None:
    shots = storyboard_for(TechniqueSpecFactory.create()).shots.order_by("number")
    assert [(shot.number, shot.step_id, shot.view, shot.seconds) for shot in shots] == [
        (1, "s1", Shot.View.PLATE, 6.0),
        (2, "s2", Shot.View.PLATE, 6.0),
    ]


def test_the_same_specification_gives_the_same_storyboard() -> None:
    spec = TechniqueSpecFactory.create()
    assert storyboard_for(spec) == storyboard_for(spec)
    assert Shot.objects.count() == 2


def test_a_secret_step_never_gets_a_shot() -> None:
    spec = TechniqueSpecFactory.create(content=with_secret().model_dump(mode="json"))
    assert [shot.step_id for shot in storyboard_for(spec).shots.all()] == ["s1"]


def test_the_plates_follow_the_order_of_doing() -> None:
    content = spec_content().model_copy(update={"edges": (Edge(source="s2", target="s1"),)})
    board = storyboard_for(TechniqueSpecFactory.create(content=content.model_dump(mode="json")))
    assert [shot.step_id for shot in board.shots.order_by("number")] == ["s2", "s1"]
    first = board.shots.get(number=1)
    request = request_for(first, template=default_template(), seed=1)
    assert (request.step.id, request.step_number, request.step_count) == ("s2", 1, 2)


def test_a_proposal_has_no_storyboard() -> None:
    proposal = TechniqueSpecFactory.create(version=None, status=SpecStatus.PROPOSED)
    with pytest.raises(NotAcceptedError, match="确认"):
        storyboard_for(proposal)


def test_what_nobody_accepted_is_not_shown() -> None:
    spec = spec_content()
    proposed = spec.steps[0].action.model_copy(update={"status": Status.PROPOSED})
    unsure = spec.steps[0].model_copy(update={"action": proposed})
    assert [step.id for step in shown_steps(spec.model_copy(update={"steps": (unsure, spec.steps[1])}))] == ["s2"]


def prompt_for(step: Step, **changes: object) -> tuple[str, str]:
    spec = TechniqueSpec.objects.current().first() or TechniqueSpecFactory.create()
    board = storyboard_for(spec)
    shot = board.shots.get(number=1)
    for name, value in changes.items():
        setattr(shot, name, value)
    return render_prompt(default_template(), step, board.spec.technique, shot)


def test_a_prompt_is_made_of_template_words_and_accepted_values() -> None:
    prompt, negative = prompt_for(spec_content().steps[0])
    template = default_template()
    assert prompt == (
        f"苏绣，平针。右手，用针，慢慢，扎，角度约30度。{template.setting}。平视，中景，镜头不动。{template.style}。"
    )
    assert negative == template.negative


def test_the_same_step_gives_the_same_prompt() -> None:
    step = spec_content().steps[0]
    assert prompt_for(step) == prompt_for(step)


def test_the_camera_of_the_shot_goes_before_the_view() -> None:
    step = spec_content().steps[0]
    assert "手部特写" in prompt_for(step, view=Shot.View.CLOSE_UP)[0]
    assert "从上往下" in prompt_for(step, camera="从上往下")[0]


def test_a_caution_is_not_asked_for() -> None:
    assert "太紧" not in prompt_for(spec_content().steps[1])[0]


def test_a_secret_step_makes_no_prompt() -> None:
    with pytest.raises(SecretStepError):
        prompt_for(with_secret().steps[1])


def test_what_was_not_said_is_named_and_not_invented() -> None:
    stitch, pull = spec_content().steps
    assert missing_parts(stitch) == (StepField.MATERIAL, StepField.PATH)
    assert missing_parts(pull) == (StepField.TOOL, StepField.HAND, StepField.PATH, StepField.MANNER)
    assert "手" not in prompt_for(pull)[0].removesuffix(f"{default_template().style}。")


def test_new_template_words_make_a_new_version() -> None:
    old = default_template()
    PromptTemplate.objects.filter(pk=old.pk).update(style="旧的说法")
    assert (default_template().version, default_template().version) == (2, 2)
    assert PromptTemplate.objects.get(pk=old.pk).style == "旧的说法"
