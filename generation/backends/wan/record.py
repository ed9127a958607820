"""What is written down about a clip, as JSON values."""

import hashlib
import json
import platform
from collections.abc import Callable
from typing import Any, Final

from generation.backends.base import RenderRequest

TRAIN_TIMESTEPS: Final = 1000


def experts(timesteps: list[int], boundary_ratio: float | None) -> dict[str, int]:
    """How many steps each expert ran: the pipeline gives timesteps below the boundary to the second."""
    if boundary_ratio is None:
        return {"transformer": len(timesteps)}
    high = sum(timestep >= boundary_ratio * TRAIN_TIMESTEPS for timestep in timesteps)
    return {"transformer": high, "transformer_2": len(timesteps) - high}


def bars(request: RenderRequest) -> tuple[int, int]:
    """Height of the black bar above the picture and width of the one left of it."""
    height, width = (int(request.settings[name] or 0) for name in ("picture_height", "picture_width"))
    return (request.height - height) // 2, (request.width - width) // 2


def of_shape(request: RenderRequest) -> dict[str, object]:
    """The film's size and the picture's inside it."""
    top, left = bars(request)
    return {
        "seed": request.seed,
        "film_size": [request.width, request.height],
        "picture_size": [request.settings["picture_width"], request.settings["picture_height"]],
        "bars": {"top": top, "left": left},
        "frames": request.frames,
        "fps": request.fps,
    }


def of_noise(noise: Any) -> dict[str, object]:
    """Proof that two machines started from the same noise."""
    return {
        "generator_device": "cpu",
        "noise_dtype": str(noise.dtype).removeprefix("torch."),
        "initial_latent_sha256": hashlib.sha256(noise.numpy().tobytes()).hexdigest(),
    }


def of_pipeline(pipe: Any) -> dict[str, object]:
    """The sampler's full configuration and the precision of each part."""
    parts = {name: part for name, part in pipe.components.items() if hasattr(part, "dtype")}
    return {
        "scheduler": type(pipe.scheduler).__name__,
        "scheduler_config": json.loads(json.dumps(dict(pipe.scheduler.config), default=str)),
        "dtypes": {name: str(part.dtype).removeprefix("torch.") for name, part in sorted(parts.items())},
        "device": str(pipe._execution_device),
    }


def of_machine() -> dict[str, object]:
    """The machine as the libraries see it."""
    import torch

    cudnn: Any = torch.backends.cudnn  # untyped
    facts: dict[str, object] = {
        "torch": str(torch.__version__),
        "machine": platform.machine(),
        "cpu_capability": torch.backends.cpu.get_cpu_capability(),
        "threads": torch.get_num_threads(),
        "deterministic": torch.are_deterministic_algorithms_enabled(),
    }
    if torch.cuda.is_available():
        facts |= {
            "gpu": torch.cuda.get_device_name(),
            "compute_capability": list(torch.cuda.get_device_capability()),
            "cuda": torch.version.cuda,
            "cudnn": cudnn.version(),
        }
    return facts


def of_texts(pipe: Any, texts: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The prompts as the pipeline cleans them (ftfy narrows wide marks), and their lengths, end mark included."""
    from diffusers.pipelines.wan.pipeline_wan import prompt_clean

    clean: Callable[[str], str] = prompt_clean
    read = {name: clean(text) for name, text in texts.items()}
    return {"texts": read, "tokens": {name: len(pipe.tokenizer(text).input_ids) for name, text in read.items()}}
