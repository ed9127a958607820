"""A model folder in diffusers' format, understood from its descriptions alone."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, Field, ValidationError, model_validator

from generation.backends.base import CannotRenderError
from generation.backends.wan.family import T2V_A14B, TI2V_5B, Family

Part = tuple[str | None, str | None] | None


class Index(BaseModel):
    """``model_index.json``: which parts the pipeline has, and how its experts share the work."""

    pipeline: Literal["WanPipeline"] = Field(alias="_class_name")
    boundary_ratio: float | None = None
    expand_timesteps: bool = False
    tokenizer: Part
    text_encoder: Part
    vae: Part
    scheduler: Part
    transformer: Part
    transformer_2: Part = None

    @model_validator(mode="after")
    def _each_stage_has_its_expert(self) -> Self:
        if (self.boundary_ratio is None) != (self.transformer_2 in {None, (None, None)}):
            raise ValueError("boundary_ratio and transformer_2 belong together")
        if (self.boundary_ratio is None) != self.expand_timesteps:
            raise ValueError("neither T2V-A14B nor TI2V-5B")
        return self

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders of the parts."""
        names = ("scheduler", "text_encoder", "tokenizer", "transformer", "transformer_2", "vae")
        return tuple(name for name in names if getattr(self, name) not in {None, (None, None)})


class Vae(BaseModel):
    """``vae/config.json``: pixels and frames per latent. Older folders do not say; these are the library's defaults."""

    scale_factor_spatial: int = 8
    scale_factor_temporal: int = 4


class Transformer(BaseModel):
    """``transformer/config.json``: latents per patch (time, height, width)."""

    patch_size: tuple[int, int, int] = (1, 2, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model on disk: what it is, and in which steps its pictures and films grow."""

    folder: Path
    family: Family
    parts: tuple[str, ...]
    boundary_ratio: float | None
    expand_timesteps: bool
    width_multiple: int
    height_multiple: int
    frame_stride: int

    @property
    def files(self) -> list[Path]:
        """Every file that the pipeline is loaded from."""
        found = (path for part in self.parts for path in (self.folder / part).iterdir() if path.is_file())
        return sorted([self.folder / "model_index.json", *found])


def read_model(folder: Path) -> Model:
    """Read the descriptions in a model folder; raises :class:`CannotRenderError` that says what is wrong."""
    if not folder.is_dir():
        raise CannotRenderError(
            "model_missing", f"找不到模型文件夹 {folder}。请把 diffusers 格式的 Wan2.2 模型放在那里，或改正 WAN_MODEL。"
        )
    try:
        index = Index.model_validate_json((folder / "model_index.json").read_bytes())
        vae = Vae.model_validate_json((folder / "vae" / "config.json").read_bytes())
        transformer = Transformer.model_validate_json((folder / "transformer" / "config.json").read_bytes())
    except (OSError, ValidationError) as error:
        raise CannotRenderError(
            "wrong_model",
            f"{folder} 不是能用的模型文件夹：需要 diffusers 格式的 Wan2.2 T2V-A14B 或 TI2V-5B（文生视频），且文件完整。",
        ) from error
    _require_parts(folder, index.parts)
    _, patch_height, patch_width = transformer.patch_size
    return Model(
        folder=folder,
        family=TI2V_5B if index.expand_timesteps else T2V_A14B,
        parts=index.parts,
        boundary_ratio=index.boundary_ratio,
        expand_timesteps=index.expand_timesteps,
        width_multiple=vae.scale_factor_spatial * patch_width,
        height_multiple=vae.scale_factor_spatial * patch_height,
        frame_stride=vae.scale_factor_temporal,
    )


def _require_parts(folder: Path, parts: tuple[str, ...]) -> None:
    missing = [part for part in parts if not (folder / part).is_dir()]
    if missing:
        raise CannotRenderError("wrong_model", f"模型文件夹 {folder} 不完整，缺少：{'、'.join(missing)}。请重新下载。")
