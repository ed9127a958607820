"""What each model family can do, as data. The figures are those of the models' own reference settings."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A published model. ``guidance_scale_2`` is for the low-noise expert, ``None`` where there is only one."""

    name: str
    sizes: frozenset[tuple[int, int]]
    fps: int
    max_frames: int
    steps: int
    flow_shift: float
    guidance_scale: float
    guidance_scale_2: float | None

    @property
    def max_pixels(self) -> int:
        """The largest picture the model was made for."""
        return max(width * height for width, height in self.sizes)


T2V_A14B: Final = Family(
    name="Wan2.2-T2V-A14B",
    sizes=frozenset({(1280, 720), (720, 1280), (832, 480), (480, 832)}),
    fps=16,
    max_frames=81,
    steps=40,
    flow_shift=12.0,  # published folders say 3.0, with which the films are poor
    guidance_scale=4.0,
    guidance_scale_2=3.0,
)
TI2V_5B: Final = Family(
    name="Wan2.2-TI2V-5B",
    sizes=frozenset({(1280, 704), (704, 1280)}),
    fps=24,
    max_frames=121,
    steps=50,
    flow_shift=5.0,
    guidance_scale=5.0,
    guidance_scale_2=None,
)
