"""One clip: from a planned request and a seed to frames, with a record of what happened on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt

from generation.backends.base import CannotRenderError, Facts, Frame, RenderRequest, Scalar
from generation.backends.wan import record
from generation.backends.wan.folder import Model
from generation.backends.wan.numerics import Numerics
from generation.backends.wan.pipeline import Source, borrowed
from generation.backends.wan.watch import Watch
from generation.backends.wan.weights import combined, file_checksums

Pictures = npt.NDArray[np.float32]


class Film:
    """One clip. ``frames`` does the work, ``facts`` tells of it afterwards."""

    def __init__(self, request: RenderRequest, model: Model, numerics: Numerics, watch: Watch) -> None:
        self.request = request
        self.settings: dict[str, Any] = dict(request.settings)
        self.model = model
        self.numerics = numerics
        self.watch = watch
        self.timesteps: list[int] = []
        self.recorded: dict[str, object] = {}

    def facts(self) -> Facts:
        """What was computed, with what, and how long it took."""
        return self.recorded | {
            "timesteps": self.timesteps,
            "experts": record.experts(self.timesteps, self.model.boundary_ratio),
            "seconds": {phase: round(seconds, 3) for phase, seconds in self.watch.seconds.items()},
        }

    def frames(self) -> Iterator[Frame]:
        """The film's frames, the picture centred between black bars where the model cannot fill the size."""
        pictures = self._pictures()
        for done, picture in enumerate(pictures):
            self.watch.at("deliver", done / len(pictures))
            yield self._frame(picture)
        self.watch.at("deliver", 1.0)

    def _pictures(self) -> Pictures:
        self.watch.at("load")
        with _plain_out_of_memory(), borrowed(self._source()) as pipe:
            self._set_scheduler(pipe)
            self.watch.at("text")
            words = self._encode(pipe)
            noise = self._noise(pipe)
            self.recorded |= record.of_pipeline(pipe) | record.of_noise(noise) | record.of_shape(self.request)
            self.watch.at("denoise")
            pictures: Pictures = self._denoise(pipe, words, noise)
            self.recorded |= record.of_machine()
        expected = (self.request.frames, self.settings["picture_height"], self.settings["picture_width"], 3)
        if pictures.shape != expected:
            raise RuntimeError(f"The pipeline made {pictures.shape}, planned were {expected}")
        return pictures

    def _source(self) -> Source:
        checksums = file_checksums(self.model)
        self.recorded |= {"model": self.model.family.name, "model_files": checksums}
        return Source(model=self.model, numerics=self.numerics, checksum=combined(checksums))

    def _set_scheduler(self, pipe: Any) -> None:
        """A fresh scheduler for every clip, its shift set and looked at again."""
        from diffusers import UniPCMultistepScheduler

        scheduler: Any = UniPCMultistepScheduler  # untyped
        shift = self.settings["flow_shift"]
        pipe.scheduler = scheduler.from_config(
            pipe.scheduler.config,
            flow_shift=shift,
            prediction_type="flow_prediction",
            use_flow_sigmas=True,
            num_train_timesteps=record.TRAIN_TIMESTEPS,
        )
        if pipe.scheduler.config.flow_shift != shift:
            raise RuntimeError(f"flow_shift is {pipe.scheduler.config.flow_shift}, planned was {shift}")

    def _encode(self, pipe: Any) -> dict[str, Any]:
        """Both prompts as the text encoder reads them; too long ones would be cut without a word."""
        import torch

        room = self.settings["max_sequence_length"]
        read = record.of_texts(pipe, self._texts())
        self.recorded |= read
        for name, count in read["tokens"].items():
            if count > room:
                what = {"prompt": "提示词", "negative_prompt": "反向提示词"}[name]
                raise CannotRenderError("prompt_too_long", f"{what}有 {count} 个词元，最多 {room} 个。请缩短后再试。")
        with torch.no_grad():
            wanted, unwanted = pipe.encode_prompt(
                prompt=self.request.prompt,
                negative_prompt=self.settings["negative_prompt"],
                do_classifier_free_guidance=self.settings["negative_prompt"] is not None,
                max_sequence_length=room,
            )
        return {"prompt_embeds": wanted, "negative_prompt_embeds": unwanted}

    def _texts(self) -> dict[str, str]:
        negative: Scalar = self.settings["negative_prompt"]
        return {"prompt": self.request.prompt} | ({} if negative is None else {"negative_prompt": str(negative)})

    def _noise(self, pipe: Any) -> Any:
        """The noise of the seed, drawn on the CPU: the same on every machine."""
        import torch

        return pipe.prepare_latents(
            batch_size=1,
            num_channels_latents=pipe.transformer.config.in_channels,
            height=self.settings["picture_height"],
            width=self.settings["picture_width"],
            num_frames=self.request.frames,
            dtype=torch.float32,
            device=torch.device("cpu"),
            generator=torch.Generator("cpu").manual_seed(self.request.seed),
        )

    def _denoise(self, pipe: Any, words: dict[str, Any], noise: Any) -> Any:
        made = pipe(
            prompt=None,
            negative_prompt=None,
            height=self.settings["picture_height"],
            width=self.settings["picture_width"],
            num_frames=self.request.frames,
            num_inference_steps=self.settings["steps"],
            guidance_scale=self.settings["guidance_scale"],
            guidance_scale_2=self.settings["guidance_scale_2"],
            num_videos_per_prompt=1,
            generator=None,
            latents=noise,
            output_type="np",
            callback_on_step_end=self._after_step,
            callback_on_step_end_tensor_inputs=["latents"],
            max_sequence_length=self.settings["max_sequence_length"],
            **words,
        )
        return made.frames[0]

    def _after_step(self, pipe: Any, index: int, timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        """Called by the pipeline after every step; raising here is the clean way to stop it."""
        self.timesteps.append(int(timestep))
        if not tensors["latents"].isfinite().all():
            raise _not_a_picture(f"第 {index + 1} 步")
        steps = self.settings["steps"]
        self.watch.at("denoise", (index + 1) / steps)
        if index + 1 == steps:
            self.watch.at("decode")
        return tensors

    def _frame(self, picture: Pictures) -> Frame:
        if not np.isfinite(picture).all():
            raise _not_a_picture("解码时")
        height, width, _ = picture.shape
        frame = np.zeros((self.request.height, self.request.width, 3), dtype=np.uint8)
        top, left = record.bars(self.request)
        frame[top : top + height, left : left + width] = (picture * 255).round().astype(np.uint8)
        return frame


def _not_a_picture(when: str) -> CannotRenderError:
    return CannotRenderError(
        "not_a_number", f"模型在{when}算出了无效的数值，没有画面。请换用 bfloat16 或 float32 精度，或换一个种子。"
    )


@contextmanager
def _plain_out_of_memory() -> Iterator[None]:
    import torch

    try:
        yield
    except torch.OutOfMemoryError as error:
        raise CannotRenderError(
            "out_of_memory", '显存不够。请减小画面或帧数，或在设置中用 offload="model"，再试一次。'
        ) from error
