"""What every generation backend must keep. A backend's own tests inherit this class and give it a backend."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest

from generation.backends.base import (
    Backend,
    CancelledError,
    Facts,
    IsCancelled,
    Kind,
    Progress,
    RenderRequest,
    recipe_sha256,
)
from tests.factories import spec_content


def a_request(**changes: Any) -> RenderRequest:
    """The stitch of the known cast, half a second long."""
    usual: dict[str, Any] = {
        "step": spec_content().steps[0],
        "craft": "苏绣",
        "technique": "平针",
        "step_number": 1,
        "step_count": 2,
        "title": "扎针",
        "quote": "右手捏针，针跟绷面斜着，三十度的样子，慢慢扎进去",
        "quote_seconds": 3.0,
        "view": "plate",
        "prompt": "一位绣娘右手捏针，针斜着慢慢扎进绷好的绸面，近景",
        "negative_prompt": "模糊，字幕",
        "seed": 18,
        "frames": 12,
    }
    return RenderRequest(**(usual | changes))


@dataclass
class Shown:
    """What a render gave, with every frame reduced to its hash."""

    frames: list[str]
    shapes: set[tuple[int, ...]]
    progress: list[Progress]
    facts: Facts


def never() -> bool:
    """Nobody cancels."""
    return False


def show(backend: Backend, request: RenderRequest, *, is_cancelled: IsCancelled = never) -> Shown:
    """Render a planned request to its end."""
    progress: list[Progress] = []
    rendering = backend.render(request, on_progress=progress.append, is_cancelled=is_cancelled)
    frames, shapes = [], set()
    for frame in rendering.frames:
        assert frame.dtype == "uint8"
        frames.append(hashlib.sha256(frame.tobytes()).hexdigest())
        shapes.add(frame.shape)
    return Shown(frames=frames, shapes=shapes, progress=progress, facts=rendering.facts())


def cancel_after(backend: Backend, request: RenderRequest, reports: int) -> list[Progress]:
    """Cancel once so much progress was reported; what was reported in all."""
    seen: list[Progress] = []
    rendering = backend.render(request, on_progress=seen.append, is_cancelled=lambda: len(seen) >= reports)
    with pytest.raises(CancelledError):
        for _ in rendering.frames:
            pass
    return seen


class BackendContract:
    """Inherit, and give a ``backend`` fixture; ``small`` changes the request to what the backend renders quickly."""

    small: ClassVar[dict[str, Any]] = {}

    @pytest.fixture
    def backend(self) -> Backend:
        raise NotImplementedError

    @pytest.fixture
    def planned(self, backend: Backend) -> RenderRequest:
        return backend.plan(a_request(**self.small))

    def test_it_says_what_it_is(self, backend: Backend) -> None:
        assert backend.name
        assert isinstance(backend.kind, Kind)
        assert isinstance(backend.sends_data_out, bool)
        assert isinstance(backend.needs_accelerator, bool)

    def test_planning_twice_changes_nothing(self, backend: Backend, planned: RenderRequest) -> None:
        assert backend.plan(planned) == planned

    def test_planning_keeps_what_was_asked(self, backend: Backend, planned: RenderRequest) -> None:
        asked = a_request(**self.small)
        kept = ("step", "craft", "technique", "title", "quote", "view", "prompt", "seed", "width", "height")
        assert {name: getattr(planned, name) for name in kept} == {name: getattr(asked, name) for name in kept}

    def test_a_plan_survives_json(self, planned: RenderRequest) -> None:
        assert json.loads(json.dumps(planned.canonical())) == planned.canonical()

    def test_the_fingerprint_is_stable_and_plain(self, backend: Backend) -> None:
        fingerprint = dict(backend.fingerprint())
        assert fingerprint == backend.fingerprint()
        assert json.loads(json.dumps(fingerprint)) == fingerprint
        assert all(isinstance(value, str | int | float | bool | None) for value in fingerprint.values())

    def test_another_seed_is_another_recipe(self, backend: Backend) -> None:
        hashes = {
            recipe_sha256(
                backend=backend.name,
                request=backend.plan(a_request(**self.small | {"seed": seed})),
                fingerprint=backend.fingerprint(),
                context={},
            )
            for seed in (1, 2)
        }
        assert len(hashes) == 2

    def test_it_gives_exactly_the_planned_frames(self, backend: Backend, planned: RenderRequest) -> None:
        shown = show(backend, planned)
        assert len(shown.frames) == planned.frames
        assert len(shown.shapes) == 1
        height, width, channels = shown.shapes.pop()
        assert (height, width) == (planned.height, planned.width)
        assert channels in {3, 4}

    def test_the_same_request_gives_the_same_frames(self, backend: Backend, planned: RenderRequest) -> None:
        assert show(backend, planned).frames == show(backend, planned).frames

    def test_progress_only_grows(self, backend: Backend, planned: RenderRequest) -> None:
        progress = show(backend, planned).progress
        fractions = [report.fraction for report in progress]
        assert fractions
        assert fractions == sorted(fractions)
        assert fractions[0] >= 0
        assert fractions[-1] <= 1
        assert all(0 < len(report.phase) <= 30 for report in progress)

    def test_the_facts_are_json(self, backend: Backend, planned: RenderRequest) -> None:
        facts = dict(show(backend, planned).facts)
        assert json.loads(json.dumps(facts)) == facts

    def test_a_cancelled_job_does_not_begin(self, backend: Backend, planned: RenderRequest) -> None:
        assert len(cancel_after(backend, planned, 0)) <= 1

    def test_a_cancelled_film_leaves_nothing_behind(self, backend: Backend, planned: RenderRequest) -> None:
        baseline = show(backend, planned).frames
        assert len(cancel_after(backend, planned, 4)) <= 5
        assert show(backend, planned).frames == baseline
