"""All rounding, done before anything is queued, so that the recipe says what will really be rendered."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generation.backends.base import CannotRenderError, RenderRequest, Scalar
from generation.backends.wan.folder import Model

SCHEDULER: Final = "UniPCMultistepScheduler"
MAX_SEQUENCE_LENGTH: Final = 512  # padding is attended to, so another length is another picture

# What a person may choose, with its lower bound; whole numbers are whole. The other settings follow from the model.
WHOLE: Final = {"steps": 1, "max_sequence_length": 1}
FRACTIONS: Final = {"guidance_scale": 0.0, "guidance_scale_2": 0.0, "flow_shift": 0.01}
DERIVED: Final = frozenset(
    {"model", "scheduler", "boundary_ratio", "expand_timesteps", "picture_width", "picture_height", "negative_prompt"}
)


def planned(request: RenderRequest, model: Model, defaults: Mapping[str, Scalar]) -> RenderRequest:
    """The request as this model renders it. Planning twice changes nothing."""
    if not request.prompt.strip():
        raise CannotRenderError("no_prompt", "提示词是空的，模型不知道该画什么。请先填写提示词。")
    settings = _sampling(request.settings, model, defaults)
    guided = float(settings["guidance_scale"] or 0) > 1  # the pipeline's own rule, whatever the second scale says
    if not guided or model.boundary_ratio is None:
        settings["guidance_scale_2"] = None
    width, height = _picture(request, model)
    return replace(
        request,
        negative_prompt=request.negative_prompt if guided else "",
        fps=model.family.fps,
        frames=_frames(request, model),
        settings=settings
        | {
            "model": model.family.name,
            "scheduler": SCHEDULER,
            "boundary_ratio": model.boundary_ratio,
            "expand_timesteps": model.expand_timesteps,
            "picture_width": width,
            "picture_height": height,
            "negative_prompt": request.negative_prompt if guided else None,
        },
    )


def _picture(request: RenderRequest, model: Model) -> tuple[int, int]:
    """The largest picture the model can make inside the film; black bars fill the rest."""
    width = request.width // model.width_multiple * model.width_multiple
    height = request.height // model.height_multiple * model.height_multiple
    if not width or not height:
        raise CannotRenderError(
            "size_too_small",
            f"{request.width}×{request.height} 太小：画面至少 {model.width_multiple}×{model.height_multiple} 像素。",
        )
    if width * height > model.family.max_pixels:
        sizes = "、".join(f"{width}×{height}" for width, height in sorted(model.family.sizes, reverse=True))
        raise CannotRenderError(
            "size_too_large", f"{request.width}×{request.height} 超出 {model.family.name} 的能力，请改用：{sizes}。"
        )
    return width, height


def _frames(request: RenderRequest, model: Model) -> int:
    """The same duration at the model's own frame rate, as stride * k + 1 frames, at most what the model was made for."""
    wanted = min(round(request.seconds * model.family.fps), model.family.max_frames)
    return wanted // model.frame_stride * model.frame_stride + 1


def _sampling(chosen: Mapping[str, Scalar], model: Model, defaults: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """Explicit sampler settings: the family's, then the operator's, then the request's."""
    unknown = chosen.keys() - WHOLE.keys() - FRACTIONS.keys() - DERIVED
    if unknown:
        raise CannotRenderError("unknown_setting", f"Wan 没有这些参数：{'、'.join(sorted(unknown))}。请删去或改正。")
    family = model.family
    values: dict[str, Scalar] = {
        "steps": family.steps,
        "max_sequence_length": MAX_SEQUENCE_LENGTH,
        "guidance_scale": family.guidance_scale,
        "guidance_scale_2": family.guidance_scale_2,
        "flow_shift": family.flow_shift,
    }
    values |= {name: value for name, value in defaults.items() if value is not None}
    values |= {name: value for name, value in chosen.items() if value is not None and name not in DERIVED}
    return {name: _number(name, value) for name, value in values.items()}


def _number(name: str, value: Scalar) -> Scalar:
    """A setting as the number it must be."""
    low = (WHOLE | FRACTIONS)[name]
    if value is None:
        return None
    if isinstance(value, bool | str) or not math.isfinite(value) or value < low or (name in WHOLE and value % 1):
        kind = "整数" if name in WHOLE else "数"
        raise CannotRenderError("bad_setting", f"参数 {name} 应是不小于 {low} 的{kind}，而不是 {value!r}。")
    return int(value) if name in WHOLE else float(value)
