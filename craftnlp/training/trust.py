"""How far the rules' votes are trusted beyond what the corpus taught, and how readily a character is labelled at all.

The corpus was written later than the rules and in another manner than masters are quoted in print, so it teaches too
little trust in them. Both numbers were chosen once, on 65 annotated passages of real text that are part of neither
the corpus nor the development passages (docs/language-evaluation.md).
"""

import numpy as np

from craftnlp.components.labelling.columns import FIELD_OF
from craftnlp.components.labelling.features import place_of
from craftnlp.components.labelling.labels import ROLES, Layer
from craftnlp.training.descent import Weights

TRUST = 0.8  # added to the score of the label that a rule votes for
SILENCE = 0.15  # taken from the score of "no label"; roles only


def trusting(layer: Layer, weights: Weights) -> Weights:
    """The weights with both numbers added to the features that tell of votes. Every character has one of those."""
    column = "vote" if layer is ROLES else "whole"
    table = weights.table.copy()
    values = [0, *(2 * number + first for number in FIELD_OF.values() for first in (0, 1))]
    row_of = {int(bucket): row for row, bucket in enumerate(weights.buckets, 1)}
    rows = {value: row_of.get(place_of(column, value)) for value in values}
    present = [row for row in rows.values() if row]
    table[present, 0] -= np.float32(SILENCE if layer is ROLES else 0)
    for number, field in enumerate(layer.fields):
        for first, label in ((1, 1 + 2 * number), (0, 2 + 2 * number)):
            if row := rows[2 * FIELD_OF[field] + first]:
                table[row, label] += np.float32(TRUST)
    return weights._replace(table=table)
