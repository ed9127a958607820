"""The Wan backend. Planning reads only the model folder's descriptions; torch enters when a film is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from generation.backends.base import (
    CannotRenderError,
    IsCancelled,
    Kind,
    OnProgress,
    Rendering,
    RenderRequest,
    Scalar,
)
from generation.backends.wan.film import Film
from generation.backends.wan.folder import Model, read_model
from generation.backends.wan.numerics import Numerics, require_packages
from generation.backends.wan.planning import FRACTIONS, WHOLE, planned
from generation.backends.wan.watch import Watch
from generation.backends.wan.weights import combined, file_checksums


@dataclass(frozen=True, slots=True, kw_only=True)
class Wan:
    """Wan2.2 on this machine. ``model`` is a local folder; what is ``None`` is as the model's authors set it."""

    name: ClassVar[str] = "wan"
    kind: ClassVar[Kind] = Kind.GENERATIVE
    sends_data_out: ClassVar[bool] = False
    needs_accelerator: ClassVar[bool] = True

    model: str | Path
    steps: int | None = None
    guidance_scale: float | None = None
    guidance_scale_2: float | None = None
    flow_shift: float | None = None
    max_sequence_length: int | None = None
    device: str = "auto"
    dtype: str = "bfloat16"
    offload: str = "model"
    vae_tiling: bool = False
    threads: int = 4

    def __post_init__(self) -> None:
        self._numerics()  # a wrong option is found when the site starts

    def plan(self, request: RenderRequest) -> RenderRequest:
        """The request with the model's own frame rate, frame count, picture size and explicit sampler settings."""
        defaults: dict[str, Scalar] = {name: getattr(self, name) for name in (*WHOLE, *FRACTIONS)}
        return planned(request, self._model(), defaults)

    def fingerprint(self) -> Mapping[str, Scalar]:
        """Model files, library versions and numerics. The first call for a model reads all of its files."""
        model = self._model()
        identity = {"model": model.family.name, "model_sha256": combined(file_checksums(model))}
        return identity | self._numerics().fingerprint()

    def render(self, request: RenderRequest, *, on_progress: OnProgress, is_cancelled: IsCancelled) -> Rendering:
        """Start a planned request."""
        if self.plan(request) != request:
            raise CannotRenderError("not_planned", "这个请求不是按当前模型规划的。请重新生成配方，再提交。")
        require_packages()
        film = Film(request, self._model(), self._numerics(), Watch(on_progress, is_cancelled))
        return Rendering(frames=film.frames(), facts=film.facts)

    def _model(self) -> Model:
        return read_model(Path(self.model))

    def _numerics(self) -> Numerics:
        return Numerics(
            device=self.device,
            dtype=self.dtype,
            offload=self.offload,
            vae_tiling=self.vae_tiling,
            threads=self.threads,
        )
