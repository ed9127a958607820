"""The templates. Each scene is one way to move, drawn from the words of a step and refused when they do not carry it.

``SCENES`` is the whole list; of two that share a verb the earlier one is asked first.
"""

from typing import Final

from generation.backends.schematic.scenes.base import Scene
from generation.backends.schematic.scenes.bend import Bend
from generation.backends.schematic.scenes.carve import Carve
from generation.backends.schematic.scenes.check import Check
from generation.backends.schematic.scenes.coat import Coat
from generation.backends.schematic.scenes.cook import Cook
from generation.backends.schematic.scenes.cut import Cut
from generation.backends.schematic.scenes.dig import Dig
from generation.backends.schematic.scenes.dip import Dip
from generation.backends.schematic.scenes.draw import Draw
from generation.backends.schematic.scenes.drill import Drill
from generation.backends.schematic.scenes.dry import Dry
from generation.backends.schematic.scenes.fire import Fire
from generation.backends.schematic.scenes.flatten import Flatten
from generation.backends.schematic.scenes.fold import FoldSheet
from generation.backends.schematic.scenes.inlay import Inlay
from generation.backends.schematic.scenes.join import Join
from generation.backends.schematic.scenes.knead import Knead
from generation.backends.schematic.scenes.knot import Knot
from generation.backends.schematic.scenes.lift import TakeUp
from generation.backends.schematic.scenes.mix import Mix
from generation.backends.schematic.scenes.pierce import Pierce
from generation.backends.schematic.scenes.place import Put
from generation.backends.schematic.scenes.pour import Pour
from generation.backends.schematic.scenes.press import Press
from generation.backends.schematic.scenes.pull import Pull
from generation.backends.schematic.scenes.roll import Roll
from generation.backends.schematic.scenes.rub import Rub
from generation.backends.schematic.scenes.scrape import Scrape
from generation.backends.schematic.scenes.sever import Sever
from generation.backends.schematic.scenes.sieve import Sieve
from generation.backends.schematic.scenes.soak import Soak
from generation.backends.schematic.scenes.split import Split
from generation.backends.schematic.scenes.spread import Spread
from generation.backends.schematic.scenes.stitch import Stitch
from generation.backends.schematic.scenes.stretch import Stretch
from generation.backends.schematic.scenes.strike import Strike
from generation.backends.schematic.scenes.turn import Turn
from generation.backends.schematic.scenes.twist import Twist
from generation.backends.schematic.scenes.weave import Weave
from generation.backends.schematic.scenes.wheel import Wheel
from generation.backends.schematic.scenes.wrap import Wrap

SCENES: Final[tuple[type[Scene], ...]] = (
    *(Stitch, Pierce, Pull, Stretch, Split),
    *(Flatten, Strike, Press, Roll, Knead, Twist),
    *(Cut, Drill, Dig, Rub, Scrape, Carve, Sever),
    *(Draw, Coat, Wheel, Turn, Join, Inlay),
    *(Dip, Soak, Fire, Cook, Dry),
    *(FoldSheet, Bend, Weave),
    *(Pour, Mix, Sieve, Spread, TakeUp, Put, Check),
    *(Wrap, Knot),
)
