"""The seam of film generation: a frozen request in, frames and facts out.

A backend knows neither Django nor the database. It is configured like Django's own backends::

    GENERATION_BACKENDS = {"default": {"BACKEND": "generation.backends.schematic.Schematic", "OPTIONS": {}}}

What a backend *is* stands in its class attributes, so that consent, labels and scheduling are decided from facts.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import ClassVar, Protocol

import numpy as np
import numpy.typing as npt

from craftnlp.spec import Step

MAX_SEED = 2**31 - 1  # the hosted API's range, so a seed means the same everywhere

# Where post-production stamps the label, for a 1280×720 picture: x, y, width, height in pixels. Every backend keeps
# this area free of anything that must be read. The floor of 36 px of ink is GB 45438-2025 §5.4.
LABEL_AREA = (768, 36, 472, 80)

Scalar = str | int | float | bool | None
Frame = npt.NDArray[np.uint8]
Facts = Mapping[str, object]


class Kind(StrEnum):
    """What sort of picture a backend makes; the label in the film and on the page follows from it."""

    SCHEMATIC = "schematic"
    GENERATIVE = "generative"


class CannotRenderError(Exception):
    """The request can never be rendered by this backend. ``reason`` is a stable code, the message says what to do."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class CancelledError(Exception):
    """Raised by a backend as soon as it sees that the job was cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderRequest:
    """Everything that decides a film, and nothing else.

    ``step`` holds accepted values only. ``width`` and ``height`` are pixels, ``frames / fps`` seconds. ``settings``
    are the backend's own (sampler steps, guidance …); :meth:`Backend.plan` fills them. ``quote_seconds`` is the time
    of the quote in the recording, ``None`` when it was never timed.
    """

    step: Step
    craft: str
    technique: str
    step_number: int
    step_count: int
    title: str
    quote: str
    quote_seconds: float | None
    view: str
    prompt: str
    negative_prompt: str
    seed: int
    width: int = 1280
    height: int = 720
    fps: int = 24
    frames: int = 144
    settings: Mapping[str, Scalar] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """Length of the film."""
        return self.frames / self.fps

    def canonical(self) -> dict[str, object]:
        """The request as plain JSON values; equal requests give equal dictionaries."""
        plain = {item.name: getattr(self, item.name) for item in fields(self)}
        return plain | {"step": self.step.model_dump(mode="json"), "settings": dict(self.settings)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a render has come: a phase with a plain name, and the done fraction of the whole, 0 to 1."""

    phase: str
    fraction: float


OnProgress = Callable[[Progress], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What a backend gives back.

    ``frames`` yields exactly ``request.frames`` arrays of uint8, shape (height, width, 3) RGB or (height, width, 4)
    RGBX; an array is only valid until the next one is taken. ``facts`` may be read once the frames are exhausted:
    what the backend assumed, drew or measured, as JSON values.
    """

    frames: Iterator[Frame]
    facts: Callable[[], Facts]


class Backend(Protocol):
    """A renderer of films."""

    name: ClassVar[str]
    kind: ClassVar[Kind]
    sends_data_out: ClassVar[bool]
    needs_accelerator: ClassVar[bool]

    def plan(self, request: RenderRequest) -> RenderRequest:
        """The request as it will really be rendered: sizes and frame counts rounded, settings filled.

        Raises :class:`CannotRenderError` when it can never be rendered. Pure and quick: called before anything is queued.
        """
        ...

    def fingerprint(self) -> Mapping[str, Scalar]:
        """What besides the request decides the frames: versions, fonts, weights. Part of the recipe's hash."""
        ...

    def render(self, request: RenderRequest, *, on_progress: OnProgress, is_cancelled: IsCancelled) -> Rendering:
        """Start rendering a planned request. Iterating the frames does the work.

        Raises :class:`CancelledError` soon after ``is_cancelled`` turns true, :class:`CannotRenderError` for input that
        cannot be drawn.
        """
        ...


def recipe_sha256(
    *, backend: str, request: RenderRequest, fingerprint: Mapping[str, Scalar], context: Mapping[str, Scalar]
) -> str:
    """The identity of a film: SHA-256 of the canonical JSON of all that decides it.

    ``context`` holds what is not for the backend but for the film: specification hash, prompt template version,
    label, encoder settings.
    """
    body = {
        "settings_version": 1,
        "backend": backend,
        "request": request.canonical(),
        "fingerprint": dict(fingerprint),
        "context": dict(context),
    }
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
