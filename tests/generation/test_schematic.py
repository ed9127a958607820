"""The schematic backend keeps the promises of the seam: same request, same film; loud and early when it cannot."""

import hashlib
from dataclasses import replace
from itertools import islice

import pytest

from generation.backends.base import CancelledError, CannotRenderError, Kind, Progress, Rendering, RenderRequest
from generation.backends.schematic import Schematic
from generation.backends.schematic.samples import SAMPLES

EACH = {
    "stitch": "stitch_along_path",
    "flatten": "flatten_to",
    "draw": "draw_along_path",
    "cut": "cut_along_path",
    "card": "quote_card",
}


def short(name: str, frames: int = 4) -> RenderRequest:
    return Schematic().plan(replace(SAMPLES[name], frames=frames, fps=4))


def start(request: RenderRequest, *, cancelled_after: int | None = None) -> Rendering:
    asked: list[int] = []

    def is_cancelled() -> bool:
        asked.append(1)
        return cancelled_after is not None and len(asked) > cancelled_after

    return Schematic().render(request, on_progress=lambda _: None, is_cancelled=is_cancelled)


def film_sha256(request: RenderRequest) -> str:
    digest = hashlib.sha256()
    for frame in start(request).frames:
        digest.update(frame.tobytes())
    return digest.hexdigest()


def test_it_says_what_it_is() -> None:
    assert (Schematic.name, Schematic.kind) == ("schematic", Kind.SCHEMATIC)
    assert not Schematic.sends_data_out
    assert not Schematic.needs_accelerator


def test_the_fingerprint_names_versions_font_and_options() -> None:
    plain, grained = Schematic(paper_grain=False).fingerprint(), Schematic().fingerprint()
    assert {"renderer", "skia_python", "numpy", "font_sha256"} <= set(plain)
    assert plain != grained


@pytest.mark.parametrize("name", EACH)
def test_each_template_gives_its_frames_and_facts(name: str) -> None:
    request = short(name)
    rendering = start(request)
    shapes = [(frame.shape, str(frame.dtype), int(frame[..., 3].min())) for frame in rendering.frames]
    assert shapes == [((720, 1280, 4), "uint8", 255)] * request.frames
    facts = rendering.facts()
    assert facts["template"] == request.settings["template"] == EACH[name]
    assert 0 <= int(str(facts["poster_frame"])) < request.frames
    assert facts["text"] == sorted(set(facts["text"]))  # type: ignore[call-overload]


@pytest.mark.parametrize("name", EACH)
def test_the_picture_moves_and_is_never_empty(name: str) -> None:
    frames = [frame.copy() for frame in start(short(name)).frames]
    assert (frames[0] != frames[-1]).any()
    assert frames[0][120:580, 124:1240, :3].std() > 10


@pytest.mark.parametrize("name", EACH)
def test_the_same_request_gives_the_same_bits(name: str) -> None:
    request = short(name, frames=3)
    assert film_sha256(request) == film_sha256(request)


def test_planning_twice_changes_nothing() -> None:
    for request in SAMPLES.values():
        planned = Schematic().plan(request)
        assert Schematic().plan(planned) == planned


def test_it_tells_how_far_it_has_come() -> None:
    heard: list[Progress] = []
    rendering = Schematic().render(short("card"), on_progress=heard.append, is_cancelled=lambda: False)
    assert len(list(rendering.frames)) == 4
    assert [item.phase for item in heard] == ["drawing"] * 4
    assert heard[-1].fraction == 1


def test_a_cancelled_film_stops_at_the_next_frame() -> None:
    frames = start(short("draw"), cancelled_after=2).frames
    assert sum(1 for _ in islice(frames, 2)) == 2
    with pytest.raises(CancelledError):
        next(frames)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"width": 1920, "height": 1080}, "bad_size"),
        ({"width": 0}, "bad_size"),
        ({"fps": 0}, "bad_fps"),
        ({"fps": 10**6}, "bad_fps"),
        ({"frames": 0}, "bad_frames"),
        ({"frames": 10**9}, "bad_frames"),
        ({"step_number": 0}, "bad_step_number"),
        ({"step_number": 9, "step_count": 8}, "bad_step_number"),
        ({"step_count": 10**9}, "bad_step_number"),
        ({"quote_seconds": float("nan")}, "bad_quote_time"),
        ({"quote_seconds": -1.0}, "bad_quote_time"),
        ({"settings": {"steps": 40}}, "bad_settings"),
        ({"settings": {"template": "fireworks"}}, "bad_template"),
        ({"settings": {"template": "flatten_to"}}, "template_does_not_fit"),
    ],
)
def test_what_cannot_be_rendered_is_refused_when_planning(change: dict[str, object], reason: str) -> None:
    with pytest.raises(CannotRenderError) as caught:
        Schematic().plan(replace(SAMPLES["stitch"], **change))  # type: ignore[arg-type]
    assert caught.value.reason == reason
    assert "。" in str(caught.value)


def test_a_card_can_always_be_asked_for() -> None:
    request = Schematic().plan(replace(SAMPLES["stitch"], settings={"template": "quote_card"}, frames=1))
    rendering = start(request)
    assert len(list(rendering.frames)) == 1
    assert rendering.facts()["template"] == "quote_card"


@pytest.mark.parametrize("char", ["\U0001f9f5", "\ue000", "\ud800", "\u202e", "\x00"])
@pytest.mark.parametrize("place", ["title", "quote", "craft", "technique"])
def test_a_glyph_the_font_lacks_stops_everything(char: str, place: str) -> None:
    with pytest.raises(CannotRenderError) as caught:
        Schematic().plan(replace(SAMPLES["stitch"], **{place: f"针{char}线"}))  # type: ignore[arg-type]
    assert caught.value.reason == "missing_glyph"
    assert f"U+{ord(char):04X}" in str(caught.value)


def test_rare_craft_characters_are_drawn() -> None:
    request = replace(SAMPLES["card"], title="髹缫锔砑匜鬲綹", frames=1)
    assert "髹缫锔砑匜鬲綹" in _texts(request)


def _texts(request: RenderRequest) -> list[str]:
    rendering = start(Schematic().plan(request))
    assert list(rendering.frames)
    return [str(text) for text in rendering.facts()["text"]]  # type: ignore[attr-defined]
