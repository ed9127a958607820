"""What became of a model's answers, so that a person can see how often it made things up."""

from enum import StrEnum

from craftnlp.llm.endpoint import Note
from craftnlp.spec import Frozen, StepField

SHOWN = 80  # characters of a rejected quote


class Reason(StrEnum):
    """Why something the model said was not taken."""

    NOT_SAID = "not_said"  # these words do not stand where the model says the master said them
    NUMBER = "number"  # our grammar does not read this number and unit there
    NO_HAND = "no_hand"  # the words name no hand
    RULES = "rules"  # the rules read these words as another step's
    REPEATED = "repeated"  # the model used these words twice
    STEP = "step"  # it belongs to a step that was rejected


class Rejection(Frozen):
    """One value that was not taken: the field, the words the model gave, and why."""

    field: StepField
    quote: str
    reason: Reason


class Report(Frozen):
    """``offered`` values came from the model: ``added`` were taken as proposals, in ``known`` fields the rules had
    already read a value, the rest is in ``rejected``. ``requests`` were sent, ``answers`` could be used; ``notes`` say
    what went wrong.
    """

    model: str
    requests: int = 0
    answers: int = 0
    added: int = 0
    known: int = 0
    rejected: tuple[Rejection, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def offered(self) -> int:
        """How many values the model gave."""
        return self.added + self.known + len(self.rejected)


def rejection(field: StepField, quote: str, reason: Reason) -> Rejection:
    """A rejection with its quote cut to what can be shown."""
    return Rejection(field=field, quote=quote[:SHOWN], reason=reason)
