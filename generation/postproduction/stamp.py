"""The visible label: stamped into every frame of every film, whichever backend made it."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from generation.backends.base import LABEL_AREA, Frame, Kind
from generation.fonts import FILM_FONTS
from generation.postproduction.mastering import label_text

PICTURE: Final = (1280, 720)  # the picture for which LABEL_AREA is given
FONT_SIZE: Final = 52  # gives "AI" 38 px of ink; the standard wants 36
RED: Final = (168, 50, 42, 255)
PAPER: Final = (247, 240, 225, 225)
INSETS: Final = ((1, 3), (7, 1.5))  # the two lines of the frame: distance from the edge, width
OVERSAMPLE: Final = 4


@dataclass(frozen=True, slots=True)
class Stamp:
    """A label drawn once and laid over many frames. ``ink`` is weighted by its opacity (0–256), ``rest`` is 256 less it."""

    x: int
    y: int
    ink: npt.NDArray[np.uint16]
    rest: npt.NDArray[np.uint16]

    @property
    def area(self) -> tuple[slice, slice]:
        """The rows and columns that the label takes."""
        height, width = self.ink.shape[:2]
        return slice(self.y, self.y + height), slice(self.x, self.x + width)

    def touches(self, top: int, bottom: int, left: int, right: int) -> bool:
        """Whether any pixel of the label lies in an area."""
        height, width = self.ink.shape[:2]
        return self.y < bottom and top < self.y + height and self.x < right and left < self.x + width

    def press(self, frame: Frame) -> None:
        """Blend the label into the frame, in place."""
        area = frame[(*self.area, slice(3))]
        area[:] = (self.ink + area * self.rest) >> 8


@cache
def stamp_for(kind: Kind, width: int, height: int) -> Stamp:
    """The stamp for a picture of this size: in the upper right, scaled with the shorter side as the standard counts."""
    scale = min(width, height) / PICTURE[1]
    area_x, area_y, area_width, area_height = LABEL_AREA
    right = PICTURE[0] - area_x - area_width
    drawn = draw_label(label_text(kind), round(area_width * scale), round(area_height * scale), scale)
    opacity = np.round(drawn[..., 3:].astype(np.float64) * 256 / 255)
    ink = np.floor(drawn[..., :3] * opacity)
    x = width - round(right * scale) - drawn.shape[1]
    return Stamp(x, round(area_y * scale), ink.astype(np.uint16), (256 - opacity).astype(np.uint16))


def draw_label(text: str, width: int, height: int, scale: float) -> Frame:
    """The label as RGBA: red words on paper in a double red frame."""
    zoom = scale * OVERSAMPLE
    image = Image.new("RGBA", (width * OVERSAMPLE, height * OVERSAMPLE), PAPER)
    pen = ImageDraw.Draw(image)
    for inset, line in INSETS:
        box = (inset * zoom, inset * zoom, image.width - inset * zoom, image.height - inset * zoom)
        pen.rectangle(box, outline=RED, width=round(line * zoom))
    font = ImageFont.truetype(FILM_FONTS["semibold"], round(FONT_SIZE * zoom), layout_engine=ImageFont.Layout.BASIC)
    left, top, right, bottom = pen.textbbox((0, 0), text, font=font)
    pen.text(((image.width - left - right) / 2, (image.height - top - bottom) / 2), text, font=font, fill=RED)
    return np.asarray(image.reduce(OVERSAMPLE))
