"""Loading diffusers' pipeline, offline and reproducibly, and keeping it from clip to clip."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from generation.backends.base import CannotRenderError
from generation.backends.wan.folder import Model
from generation.backends.wan.numerics import Numerics


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a loaded pipeline came from; ``checksum`` tells a changed folder from the one in memory."""

    model: Model
    numerics: Numerics
    checksum: str


_LOADED: dict[Source, Any] = {}
_ONE_AT_A_TIME = threading.Lock()  # a pipeline holds the state of one clip


@contextmanager
def borrowed(source: Source) -> Iterator[Any]:
    """The pipeline, kept in memory from clip to clip, and left clean whatever happens."""
    with _ONE_AT_A_TIME:
        if source not in _LOADED:
            _LOADED.clear()  # first, so that two models never share the memory
            _LOADED[source] = _load(source)
        pipe = _LOADED[source]
        try:
            yield pipe
        finally:
            pipe.maybe_free_model_hooks()


def _load(source: Source) -> Any:
    os.environ["HF_HUB_OFFLINE"] = "1"  # read when diffusers is imported
    os.environ["CUBLAS_WORKSPACE_CONFIG"] = ":16:8"  # read when the accelerator is first used
    import torch
    from diffusers import WanPipeline

    damaged: type[Exception] = import_module("safetensors").SafetensorError
    library: Any = WanPipeline  # untyped
    numerics = source.numerics
    _be_deterministic(numerics.threads)
    device = _device(numerics.device)
    dtypes = {"default": getattr(torch, numerics.dtype), "vae": torch.float32}
    try:
        pipe = library.from_pretrained(source.model.folder, dtype=dtypes, local_files_only=True, use_safetensors=True)
    except (OSError, ValueError, damaged) as error:
        raise CannotRenderError(
            "model_unreadable", f"读不出模型 {source.model.folder}（{error}）。文件可能不完整，请重新下载。"
        ) from error
    pipe.set_progress_bar_config(disable=True)
    if numerics.vae_tiling:
        pipe.vae.enable_tiling()
    if numerics.offload == "none" or device == "cpu":
        return pipe.to(device)
    pipe.enable_model_cpu_offload(device=device)
    return pipe


def _device(wanted: str) -> str:
    import torch

    available = torch.cuda.is_available()
    if wanted == "auto":
        return "cuda" if available else "cpu"
    if wanted.startswith("cuda") and not available:
        raise CannotRenderError(
            "no_accelerator", f"设置要求 {wanted}，但这台机器上没有可用的显卡。请检查驱动或改设备。"
        )
    return wanted


def _be_deterministic(threads: int) -> None:
    import torch

    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(mode=True, warn_only=True)
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False
