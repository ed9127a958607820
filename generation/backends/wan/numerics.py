"""How a model is computed: what is no taste of the film, and still decides its pixels."""

import importlib.util
import os
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from generation.backends.base import CannotRenderError, Scalar

ADAPTER: Final = "wan/1"  # raise it when this package changes what it asks of the pipeline
PACKAGES: Final = ("torch", "diffusers", "transformers", "tokenizers", "accelerate", "ftfy")
CHOICES: Final = {
    "dtype": ("bfloat16", "float16", "float32"),
    "offload": ("model", "none"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerics:
    """``device`` is ``auto`` or a torch device; ``offload="model"`` keeps one part at a time on the accelerator."""

    device: str
    dtype: str
    offload: str
    vae_tiling: bool
    threads: int

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"Wan: {name} is one of {', '.join(choices)}, not {getattr(self, name)!r}")

    def fingerprint(self) -> dict[str, Scalar]:
        """Everything of the machine's software that decides pixels, without importing any of it."""
        return {
            "adapter": ADAPTER,
            "device": self.device,
            "dtype": self.dtype,
            "vae_dtype": "float32",
            "offload": self.offload,
            "vae_tiling": self.vae_tiling,
            "threads": self.threads,
            "attention": os.environ.get("DIFFUSERS_ATTN_BACKEND", "native"),
            **{name: _version(name) for name in PACKAGES},
        }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def require_packages() -> None:
    """Raise :class:`CannotRenderError` where the model libraries are not installed."""
    missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        raise CannotRenderError(
            "models_not_installed",
            f"这台机器没有装模型所需的软件（缺 {'、'.join(missing)}）。请运行：pip install -r requirements/models.txt",
        )
