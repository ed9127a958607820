"""How sure each rule is: its measured precision, never an opinion.

Measured with a lenient match on 23 annotated passages that were also used while the rules were written, so these
figures flatter. Each is smoothed, (right + 1) / (fired + 2): a rule that fired twice is not called certain. The
archivists' correction log is to replace them.
"""

RULES = {
    "action.generic": 0.50,  # 1 of 2
    "action.single": 0.87,  # 51 of 58
    "action.term": 0.93,  # 37 of 39
    "action.verb": 0.88,  # 45 of 50
    "caution.clause": 0.83,  # 4 of 4
    "condition.clause": 0.50,  # 10 of 20
    "hand.word": 0.88,  # 6 of 6
    "manner.pattern": 0.56,  # 4 of 7
    "manner.way": 0.75,  # 2 of 2
    "manner.word": 0.70,  # 15 of 21
    "material.ba": 0.90,  # 18 of 19
    "material.front": 0.60,  # 5 of 8
    "material.object": 0.73,  # 46 of 62
    "material.used": 0.88,  # 6 of 6
    "path.cue": 0.40,  # 3 of 8
    "place.front": 0.50,  # 1 of 2
    "place.in": 0.90,  # 8 of 8
    "place.into": 0.83,  # 9 of 10
    "quantity.grammar": 0.97,  # 30 of 30
    "result.become": 0.62,  # 4 of 6
    "result.clause": 0.53,  # 8 of 15
    "result.state": 0.57,  # 3 of 5
    "tool.abrasive": 0.83,  # 4 of 4
    "tool.cue": 0.83,  # 24 of 28
}
UNMEASURED = 0.5  # a rule that has not fired on annotated text yet


def confidence(rule: str) -> float:
    """The confidence of a value that this rule read."""
    return RULES.get(rule, UNMEASURED)
