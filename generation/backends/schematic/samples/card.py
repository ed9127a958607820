"""A step that only a card can show."""

from typing import Final

from craftnlp.spec import Measure, Question, StepField
from generation.backends.schematic.samples.building import request_for, step_from

F = StepField
CARD: Final = step_from(
    "头道漆上完，推进荫房里候着，屋里要潮，手摸上去不粘了，差不多三天，才好上第二道。",
    [(F.ACTION, "候"), (F.MATERIAL, "漆"), (F.PLACE, "荫房里"), (F.CONDITION, "屋里要潮")],
    [(Measure.DURATION, "差不多三天", "≈3", "天")],
).model_copy(
    update={
        "sentence": "头道漆在荫房里候着，差不多三天；屋里要潮。",
        "questions": (
            Question(field=StepField.QUANTITY, measure=Measure.TEMPERATURE, text="荫房里多热？"),
            Question(field=StepField.QUANTITY, text="潮到什么程度？"),
        ),
    }
)
SAMPLES: Final = {
    "card": request_for(CARD, ("徽州漆器髹饰技艺", "推光漆"), (11, 23), "候头道漆干", 3725),
}
