"""How the tests of the language library talk to it: a few words in, a specification out."""

from functools import cache

from craftnlp import Cue, Quantity, Step, StepField, TechniqueSpec, read
from craftnlp.components.quantities.quantity import quantity
from craftnlp.components.reading import Amount, Reading
from craftnlp.lexicon import Lexicon
from craftnlp.lexicon.folding import fold

NO_WORDS = Lexicon(())


def amounts(text: str) -> list[Amount]:
    """The quantities of a text, without any lexicon."""
    reading = Reading(cues=(Cue(text=text),), lexicon=NO_WORDS, text=text, shadow=fold(text))
    quantity(reading)
    return reading.amounts


@cache
def spec_of(text: str) -> TechniqueSpec:
    """The specification of one speaker's words, with every quote proved."""
    spec = read((Cue(text=text),))
    spec.check_quotes(text)
    return spec


def step_of(text: str, action: str) -> Step:
    """The one step with this action."""
    found = [step for step in spec_of(text).steps if step.action.said == action]
    assert len(found) == 1, f"{action!r} is not one of {actions(text)}"
    return found[0]


def actions(text: str) -> list[str]:
    """The acts that were read, in order."""
    return [step.action.said for step in spec_of(text).steps]


def said(step: Step, name: StepField) -> list[str]:
    """The words of one field."""
    return [value.said for value in step.field(name)]


def figures(step: Step) -> list[tuple[str, str]]:
    """Every number of a step as value and unit."""
    held = (*step.quantity, *step.duration, *step.repetition)
    return [(value.value, value.unit) for value in held if isinstance(value, Quantity)]
