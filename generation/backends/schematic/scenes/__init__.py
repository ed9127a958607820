"""The templates. Each scene is one way to move, drawn from the words of a step and refused when they do not carry it.

``SCENES`` is the whole list; of two that share a verb the earlier one is asked first.
"""

from typing import Final

from generation.backends.schematic.scenes.base import Scene
from generation.backends.schematic.scenes.bend.scene import Bend
from generation.backends.schematic.scenes.carve.scene import Carve
from generation.backends.schematic.scenes.check.scene import Check
from generation.backends.schematic.scenes.coat.scene import Coat
from generation.backends.schematic.scenes.cook.scene import Cook
from generation.backends.schematic.scenes.cut.scene import Cut
from generation.backends.schematic.scenes.dig import Dig
from generation.backends.schematic.scenes.dip.scene import Dip
from generation.backends.schematic.scenes.draw.scene import Draw
from generation.backends.schematic.scenes.drill.scene import Drill
from generation.backends.schematic.scenes.dry.scene import Dry
from generation.backends.schematic.scenes.fire.scene import Fire
from generation.backends.schematic.scenes.flatten.scene import Flatten
from generation.backends.schematic.scenes.fold.scene import FoldSheet
from generation.backends.schematic.scenes.inlay.scene import Inlay
from generation.backends.schematic.scenes.join.scene import Join
from generation.backends.schematic.scenes.knead.scene import Knead
from generation.backends.schematic.scenes.knot.scene import Knot
from generation.backends.schematic.scenes.lift.scene import TakeUp
from generation.backends.schematic.scenes.mix.scene import Mix
from generation.backends.schematic.scenes.pierce.scene import Pierce
from generation.backends.schematic.scenes.place import Put
from generation.backends.schematic.scenes.pour.scene import Pour
from generation.backends.schematic.scenes.press.scene import Press
from generation.backends.schematic.scenes.pull.scene import Pull
from generation.backends.schematic.scenes.roll.scene import Roll
from generation.backends.schematic.scenes.rub.scene import Rub
from generation.backends.schematic.scenes.scrape import Scrape
from generation.backends.schematic.scenes.sever.scene import Sever
from generation.backends.schematic.scenes.sieve.scene import Sieve
from generation.backends.schematic.scenes.soak.scene import Soak
from generation.backends.schematic.scenes.split.scene import Split
from generation.backends.schematic.scenes.spread.scene import Spread
from generation.backends.schematic.scenes.stitch.scene import Stitch
from generation.backends.schematic.scenes.stretch.scene import Stretch
from generation.backends.schematic.scenes.strike.scene import Strike
from generation.backends.schematic.scenes.turn.scene import Turn
from generation.backends.schematic.scenes.twist.scene import Twist
from generation.backends.schematic.scenes.weave.scene import Weave
from generation.backends.schematic.scenes.wheel.scene import Wheel
from generation.backends.schematic.scenes.wrap.scene import Wrap

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
