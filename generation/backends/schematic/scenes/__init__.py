"""The templates. Each scene is one way to move, drawn from the words of a step and refused when they do not carry it.

``SCENES`` is the whole list; of two that share a verb the earlier one is asked first.
"""

from typing import Final

from generation.backends.schematic.scenes.base import Scene
from generation.backends.schematic.scenes.cut import Cut
from generation.backends.schematic.scenes.draw import Draw
from generation.backends.schematic.scenes.flatten import Flatten
from generation.backends.schematic.scenes.stitch import Stitch

SCENES: Final[tuple[type[Scene], ...]] = (Stitch, Flatten, Draw, Cut)
