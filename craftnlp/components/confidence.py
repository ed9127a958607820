"""How sure each rule is: its measured precision, never an opinion.

Measured on the annotated development passages (lenient match), smoothed as (right + 1) / (fired + 2) so that a rule
that fired twice is not called certain. ``bench`` and the correction log will replace these figures as people decide.
"""

RULES: dict[str, float] = {}
UNMEASURED = 0.5


def confidence(rule: str) -> float:
    """The confidence of a value that this rule read."""
    return RULES.get(rule, UNMEASURED)
