"""Wan plans visibly, without any film model; with one it renders repeatably, and says what it did."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generation.backends.base import CannotRenderError, RenderRequest, Scalar
from generation.backends.wan import Wan, pipeline, weights
from generation.backends.wan.planning import DERIVED, FRACTIONS, WHOLE
from tests.generation.backend_contract import a_request, cancel_after, never, show
from tests.generation.tiny_wan import describe, tiny

SMALL: dict[str, Any] = {"width": 96, "height": 64, "settings": {"steps": 4}}


@pytest.fixture
def a14b(tmp_path: Path) -> Wan:
    """Two experts; enough of a folder to plan."""
    return Wan(model=describe(tmp_path / "a14b"))


@pytest.fixture
def ti2v_5b(tmp_path: Path) -> Wan:
    """One expert; enough of a folder to plan."""
    return Wan(model=describe(tmp_path / "5b", two_experts=False))


def refusal(act: Callable[[], object]) -> tuple[str, str]:
    """Reason and message of the refusal."""
    with pytest.raises(CannotRenderError) as caught:
        act()
    return caught.value.reason, str(caught.value)


# -- planning


def test_a14b_plans_its_reference_settings(a14b: Wan) -> None:
    planned = a14b.plan(a_request(frames=120, fps=24))
    assert (planned.width, planned.height, planned.fps, planned.frames) == (1280, 720, 16, 81)
    assert planned.settings == {
        "model": "Wan2.2-T2V-A14B",
        "picture_width": 1280,
        "picture_height": 720,
        "steps": 40,
        "scheduler": "UniPCMultistepScheduler",
        "flow_shift": 12.0,
        "guidance_scale": 4.0,
        "guidance_scale_2": 3.0,
        "boundary_ratio": 0.875,
        "expand_timesteps": False,
        "max_sequence_length": 512,
        "negative_prompt": "模糊，字幕",
    }


def test_5b_plans_a_lower_picture_inside_the_film(ti2v_5b: Wan) -> None:
    planned = ti2v_5b.plan(a_request(frames=120, fps=24))
    assert (planned.width, planned.height, planned.fps, planned.frames) == (1280, 720, 24, 121)
    assert (planned.settings["picture_width"], planned.settings["picture_height"]) == (1280, 704)
    assert (planned.settings["steps"], planned.settings["flow_shift"]) == (50, 5.0)
    assert (planned.settings["guidance_scale"], planned.settings["guidance_scale_2"]) == (5.0, None)


@pytest.mark.parametrize(("asked", "made"), [(1, 1), (10, 9), (16, 17), (17, 17), (119, 117), (120, 121), (500, 121)])
def test_frames_become_four_k_plus_one(ti2v_5b: Wan, asked: int, made: int) -> None:
    assert ti2v_5b.plan(a_request(frames=asked, fps=24)).frames == made


def test_the_duration_is_kept_at_the_models_own_rate(a14b: Wan) -> None:
    planned = a14b.plan(a_request(frames=96, fps=24))
    assert (planned.frames, planned.fps) == (65, 16)


def test_an_odd_size_is_filled_as_far_as_the_model_can(a14b: Wan) -> None:
    planned = a14b.plan(a_request(width=100, height=70))
    assert (planned.width, planned.height) == (100, 70)
    assert (planned.settings["picture_width"], planned.settings["picture_height"]) == (96, 64)


@pytest.mark.parametrize(
    ("size", "reason"),
    [((15, 64), "size_too_small"), ((1920, 1080), "size_too_large"), ((1280, 736), "size_too_large")],
)
def test_a_size_the_model_cannot_make_is_refused(a14b: Wan, size: tuple[int, int], reason: str) -> None:
    request = a_request(width=size[0], height=size[1])
    assert refusal(lambda: a14b.plan(request))[0] == reason


def test_a_size_too_large_names_the_sizes_that_work(ti2v_5b: Wan) -> None:
    assert "1280×704" in refusal(lambda: ti2v_5b.plan(a_request(width=1920, height=1080)))[1]


def test_without_guidance_nothing_ignored_is_kept(a14b: Wan) -> None:
    planned = a14b.plan(a_request(settings={"guidance_scale": 1, "guidance_scale_2": 3}))
    assert planned.negative_prompt == ""
    assert planned.settings["negative_prompt"] is None
    assert planned.settings["guidance_scale_2"] is None


def test_the_request_wins_over_the_options_and_they_over_the_model(tmp_path: Path) -> None:
    backend = Wan(model=describe(tmp_path / "model"), steps=20, flow_shift=5)
    settings = backend.plan(a_request(settings={"steps": 30})).settings
    assert (settings["steps"], settings["flow_shift"], settings["guidance_scale"]) == (30, 5.0, 4.0)


@pytest.mark.parametrize(
    ("name", "value"), [("steps", 0), ("steps", 2.5), ("steps", "many"), ("flow_shift", True), ("guidance_scale", -1)]
)
def test_a_setting_that_makes_no_sense_is_refused(a14b: Wan, name: str, value: Scalar) -> None:
    reason, message = refusal(lambda: a14b.plan(a_request(settings={name: value})))
    assert reason == "bad_setting"
    assert name in message


def test_a_setting_nobody_knows_is_refused(a14b: Wan) -> None:
    reason, message = refusal(lambda: a14b.plan(a_request(settings={"cfg": 4})))
    assert reason == "unknown_setting"
    assert "cfg" in message


def test_an_empty_prompt_is_refused(a14b: Wan) -> None:
    assert refusal(lambda: a14b.plan(a_request(prompt=" \n")))[0] == "no_prompt"


def test_every_planned_setting_is_either_chosen_or_derived(a14b: Wan) -> None:
    assert set(a14b.plan(a_request()).settings) == {*WHOLE, *FRACTIONS, *DERIVED}


# -- the model folder


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    reason, message = refusal(lambda: Wan(model=tmp_path / "nowhere").plan(a_request()))
    assert reason == "model_missing"
    assert "nowhere" in message
    assert "WAN_MODEL" in message


def edit_index(folder: Path, **changes: object) -> None:
    index = folder / "model_index.json"
    index.write_text(json.dumps(json.loads(index.read_text()) | changes))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "model_index.json").unlink(),
        lambda folder: (folder / "model_index.json").write_text("{"),
        lambda folder: (folder / "vae" / "config.json").unlink(),
        lambda folder: shutil.rmtree(folder / "text_encoder"),
        lambda folder: edit_index(folder, _class_name="WanImageToVideoPipeline"),
        lambda folder: edit_index(folder, transformer_2=[None, None]),
        lambda folder: edit_index(folder, boundary_ratio=None, transformer_2=[None, None]),
    ],
    ids=["no index", "broken index", "no vae", "no text encoder", "other pipeline", "no second expert", "other family"],
)
def test_a_wrong_folder_is_refused_before_anything_is_loaded(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    folder = describe(tmp_path / "model")
    spoil(folder)
    reason, message = refusal(lambda: Wan(model=folder).plan(a_request()))
    assert reason == "wrong_model"
    assert str(folder) in message


@pytest.mark.parametrize("options", [{"dtype": "int8"}, {"offload": "everything"}])
def test_a_wrong_option_is_found_when_the_site_starts(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(options))):
        Wan(model="anywhere", **options)


# -- the fingerprint


def expert_file(backend: Wan) -> Path:
    return Path(backend.model) / "transformer" / "weights.safetensors"


def test_other_weights_are_another_fingerprint(a14b: Wan) -> None:
    before = a14b.fingerprint()["model_sha256"]
    expert_file(a14b).write_bytes(b"trained a little longer")
    assert a14b.fingerprint()["model_sha256"] != before


def test_weights_are_read_once_even_across_processes(a14b: Wan) -> None:
    before, state = a14b.fingerprint(), expert_file(a14b).stat()
    expert_file(a14b).write_bytes(b"x" * state.st_size)
    os.utime(expert_file(a14b), ns=(state.st_atime_ns, state.st_mtime_ns))
    weights._sha256.cache_clear()  # a new process remembers nothing
    assert a14b.fingerprint() == before


def test_a_broken_memory_of_checksums_is_only_slower(a14b: Wan) -> None:
    before = a14b.fingerprint()
    (Path(a14b.model) / weights.REMEMBERED).write_text("[]")
    assert a14b.fingerprint() == before


def test_a_read_only_folder_has_a_fingerprint_too(a14b: Wan, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert a14b.fingerprint() == a14b.fingerprint()
    assert not (Path(a14b.model) / weights.REMEMBERED).exists()


def test_numerics_are_part_of_the_fingerprint(a14b: Wan) -> None:
    usual = a14b.fingerprint()
    other = Wan(model=a14b.model, dtype="float32", threads=1, vae_tiling=True, offload="none").fingerprint()
    changed = {name for name in usual if usual[name] != other[name]}
    assert changed == {"dtype", "threads", "vae_tiling", "offload"}


# -- what never happens


def in_a_new_process(script: str, *arguments: object) -> str:
    """Run a script from the project's root."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout.strip()


PLAN = """
import sys
import django
django.setup()
from generation.backends.wan import Wan
from tests.generation.backend_contract import a_request
backend = Wan(model=sys.argv[1])
backend.plan(a_request())
backend.fingerprint()
print(sorted({"torch", "diffusers", "transformers", "tokenizers", "accelerate"} & set(sys.modules)))
"""


def test_planning_imports_no_film_model(a14b: Wan) -> None:
    assert in_a_new_process(PLAN, a14b.model) == "[]"


def test_without_the_model_libraries_it_says_what_to_install(a14b: Wan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    planned = a14b.plan(a_request())
    reason, message = refusal(lambda: a14b.render(planned, on_progress=print, is_cancelled=never))
    assert reason == "models_not_installed"
    assert "pip install -r requirements/models.txt" in message


def test_a_request_that_was_not_planned_is_refused(a14b: Wan) -> None:
    reason, _ = refusal(lambda: a14b.render(a_request(), on_progress=print, is_cancelled=never))
    assert reason == "not_planned"


# -- rendering with tiny random models


@pytest.fixture
def two(tmp_path_factory: pytest.TempPathFactory) -> Wan:
    """A tiny model with two experts."""
    return Wan(model=tiny(tmp_path_factory.getbasetemp()), dtype="float32", threads=1)


@pytest.fixture
def one(tmp_path_factory: pytest.TempPathFactory) -> Wan:
    """A tiny model with one expert."""
    return Wan(model=tiny(tmp_path_factory.getbasetemp(), two_experts=False), dtype="float32", threads=1)


def loaded() -> Any:
    """The pipeline in memory."""
    return next(iter(pipeline._LOADED.values()))


@pytest.mark.models
def test_a_film_has_the_planned_size_and_length(two: Wan) -> None:
    shown = show(two, two.plan(a_request(width=256, height=144, frames=25, fps=24, settings={"steps": 2})))
    assert (len(shown.frames), shown.shapes) == (17, {(144, 256, 3)})
    assert len(set(shown.frames)) == 17


@pytest.mark.models
def test_the_seed_decides_noise_and_frames(two: Wan) -> None:
    first, other = (show(two, two.plan(a_request(**SMALL, seed=seed))) for seed in (18, 19))
    assert first.frames[0] != other.frames[0]
    assert first.facts["initial_latent_sha256"] != other.facts["initial_latent_sha256"]


@pytest.mark.models
def test_four_steps_at_shift_12_leave_one_to_the_second_expert(two: Wan) -> None:
    planned = two.plan(a_request(**SMALL))
    show(two, planned)
    calls: list[str] = []
    hooks = [
        getattr(loaded(), name).register_forward_hook(lambda *_, name=name: calls.append(name))
        for name in ("transformer", "transformer_2")
    ]
    facts = show(two, planned).facts
    for hook in hooks:
        hook.remove()
    assert facts["timesteps"] == [999, 973, 923, 800]
    assert facts["experts"] == {"transformer": 3, "transformer_2": 1}
    assert calls == ["transformer"] * 6 + ["transformer_2"] * 2  # guided: twice a step


@pytest.mark.models
def test_the_frames_are_those_of_the_library_itself(two: Wan) -> None:
    import torch

    planned = two.plan(a_request(**SMALL))
    frames = show(two, planned).frames
    made = loaded()(
        prompt=planned.prompt,
        negative_prompt=planned.negative_prompt,
        height=64,
        width=96,
        num_frames=planned.frames,
        num_inference_steps=4,
        guidance_scale=4.0,
        guidance_scale_2=3.0,
        generator=torch.Generator("cpu").manual_seed(planned.seed),
        output_type="np",
        max_sequence_length=512,
    ).frames[0]
    own = (made * 255).round().astype(np.uint8)
    assert [hashlib.sha256(frame.tobytes()).hexdigest() for frame in own] == frames


@pytest.mark.models
@pytest.mark.parametrize("reports", [1, 3, 4, 6, 7, 10])
def test_cancelling_anywhere_leaves_nothing_behind(two: Wan, reports: int) -> None:
    planned = two.plan(a_request(**SMALL))
    baseline = show(two, planned)
    assert len(cancel_after(two, planned, reports)) == reports
    assert show(two, planned).frames == baseline.frames


@pytest.mark.models
def test_moving_parts_in_and_out_of_the_accelerator_leaves_nothing_behind(two: Wan) -> None:
    planned = two.plan(a_request(**SMALL))
    show(two, planned)
    loaded().enable_model_cpu_offload(device="cpu")  # where there is no accelerator, the hooks still run
    baseline = show(two, planned).frames
    cancel_after(two, planned, 6)
    assert show(two, planned).frames == baseline
    pipeline._LOADED.clear()


@pytest.mark.models
def test_progress_names_every_phase_in_order(two: Wan) -> None:
    progress = show(two, two.plan(a_request(**SMALL))).progress
    assert list(dict.fromkeys(report.phase for report in progress)) == ["load", "text", "denoise", "decode", "deliver"]
    assert progress[-1].fraction == 1


@pytest.mark.models
def test_5b_pads_its_picture_with_bars(one: Wan) -> None:
    planned = one.plan(a_request(width=256, height=144, frames=5, settings={"steps": 2}))
    rendering = one.render(planned, on_progress=lambda _: None, is_cancelled=never)
    frames = np.stack([frame.copy() for frame in rendering.frames])
    facts = rendering.facts()
    assert frames.shape == (5, 144, 256, 3)
    assert (facts["film_size"], facts["picture_size"]) == ([256, 144], [256, 128])
    assert facts["bars"] == {"top": 8, "left": 0}
    assert not frames[:, :8].any()
    assert not frames[:, 136:].any()
    assert frames[:, 8:136].any(axis=(2, 3)).all()
    assert facts["experts"] == {"transformer": 2}


@pytest.mark.models
def test_the_facts_tell_how_it_was_computed(two: Wan) -> None:
    half = Wan(model=two.model, threads=2)
    facts: Any = show(half, half.plan(a_request(**SMALL))).facts
    assert facts["scheduler_config"]["flow_shift"] == 12.0
    assert facts["dtypes"] == {
        "text_encoder": "bfloat16",
        "transformer": "bfloat16",
        "transformer_2": "bfloat16",
        "vae": "float32",
    }
    assert (facts["noise_dtype"], facts["generator_device"]) == ("float32", "cpu")
    assert (facts["threads"], facts["deterministic"], facts["seed"]) == (2, True, 18)
    assert facts["texts"]["negative_prompt"] == "模糊,字幕"  # cleaned by the library
    assert facts["tokens"] == {"prompt": 69, "negative_prompt": 14}
    assert facts["torch"].startswith(str(half.fingerprint()["torch"]))
    assert set(facts["seconds"]) == {"load", "text", "denoise", "decode", "deliver"}


@pytest.mark.models
def test_changed_weights_are_loaded_anew(two: Wan, tmp_path: Path) -> None:
    backend = Wan(model=shutil.copytree(two.model, tmp_path / "model"), dtype="float32", threads=1)
    planned = backend.plan(a_request(**SMALL))
    before = show(backend, planned).frames
    first, second = (tmp_path / "model" / part for part in ("transformer", "transformer_2"))
    shutil.copytree(second, first, dirs_exist_ok=True)
    assert show(backend, planned).frames != before


@pytest.mark.models
def test_a_prompt_that_would_be_cut_is_refused(two: Wan) -> None:
    planned = two.plan(a_request(**SMALL, prompt="针" * 171))
    reason, message = refusal(lambda: show(two, planned))
    assert reason == "prompt_too_long"
    assert "514" in message


@pytest.mark.models
def test_damaged_weights_are_refused(two: Wan, tmp_path: Path) -> None:
    backend = Wan(model=shutil.copytree(two.model, tmp_path / "model"), dtype="float32")
    planned = backend.plan(a_request(**SMALL))
    for part in ("transformer", "text_encoder"):
        file = next((tmp_path / "model" / part).glob("*.safetensors"))
        whole = file.read_bytes()
        file.write_bytes(whole[:1000])
        assert refusal(lambda: show(backend, planned))[0] == "model_unreadable"
        file.write_bytes(whole)


@pytest.mark.models
def test_a_missing_accelerator_is_refused(two: Wan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    backend = Wan(model=two.model, device="cuda")
    assert refusal(lambda: show(backend, backend.plan(a_request(**SMALL))))[0] == "no_accelerator"


def spoil_first_expert(two: Wan, planned: RenderRequest, spoil: Callable[..., Any]) -> tuple[str, str]:
    """Render with an expert that goes wrong; then without it, to see that nothing stays."""
    baseline = show(two, planned).frames
    hook = loaded().transformer.register_forward_hook(spoil)
    refused = refusal(lambda: show(two, planned))
    hook.remove()
    assert show(two, planned).frames == baseline
    return refused


@pytest.mark.models
def test_a_film_of_invalid_numbers_is_refused(two: Wan) -> None:
    planned = two.plan(a_request(**SMALL))
    reason, message = spoil_first_expert(two, planned, lambda _module, _given, made: (made[0] * float("nan"),))
    assert reason == "not_a_number"
    assert "第 1 步" in message


@pytest.mark.models
def test_too_little_memory_says_what_to_do(two: Wan) -> None:
    import torch

    def exhaust(*_: object) -> None:
        raise torch.OutOfMemoryError

    reason, message = spoil_first_expert(two, two.plan(a_request(**SMALL)), exhaust)
    assert reason == "out_of_memory"
    assert "offload" in message


RENDER = """
import sys
import django
django.setup()
from generation.backends.wan import Wan
from tests.generation.backend_contract import a_request, show
backend = Wan(model=sys.argv[1], dtype="float32", threads=1)
shown = show(backend, backend.plan(a_request(width=96, height=64, settings={"steps": 4})))
print(shown.facts["initial_latent_sha256"], *shown.frames)
"""


@pytest.mark.models
def test_another_process_makes_the_same_film(two: Wan) -> None:
    shown = show(two, two.plan(a_request(**SMALL)))
    assert in_a_new_process(RENDER, two.model).split() == [shown.facts["initial_latent_sha256"], *shown.frames]
