"""A confidence is what was measured of a rule: the table is written by a command and read back as it stands."""

import pytest

from craftnlp.components.confidence import (
    PATH,
    RULES,
    UNMEASURED,
    ConfidenceError,
    Tally,
    banded,
    confidence,
    load,
    measure,
    rule_of,
    table,
)
from tests.craftnlp.reading_aloud import spec_of


def test_every_value_names_the_rule_that_read_it() -> None:
    for _, value in spec_of("先用竹刀在垫板上把泥片切断，三毫米厚，不然容易断。").values():
        assert rule_of(value.component)
        assert value.confidence == confidence(rule_of(value.component))


def test_a_figure_is_smoothed_so_that_two_of_two_are_not_certain() -> None:
    assert Tally(2, 2).precision == 0.75
    assert Tally(0, 0).precision == UNMEASURED == 0.5
    assert confidence("no such rule") == UNMEASURED


def test_outcomes_become_a_table_that_reads_back() -> None:
    outcomes = [
        ("labeller:label.tool.95/1", True),
        ("labeller:label.tool.95/1", False),
        ("quantity:q/1", True),
        ("person", True),
    ]
    tallies = measure(outcomes)
    assert tallies == {"label.tool.95": Tally(1, 2), "q": Tally(1, 1)}
    assert load(table(tallies, "own sentences")) == tallies


def test_the_table_that_ships_is_in_its_own_form() -> None:
    text = PATH.read_text(encoding="utf-8")
    assert set(load(text)) == set(RULES)
    assert all(0 < figure < 1 for figure in RULES.values())


@pytest.mark.parametrize(
    ("probability", "name"),
    [(None, "label.tool"), (1.0, "label.tool.95"), (0.8, "label.tool.80"), (0.1, "label.tool.0")],
)
def test_a_stated_probability_is_measured_in_bands(probability: float | None, name: str) -> None:
    assert banded("label.tool", probability) == name


@pytest.mark.parametrize(
    "text",
    [
        "rule\tright\n",
        "rule\tright\tfired\tdata\na\tone\t2\tx",
        "rule\tright\tfired\tdata\na\t3\t2\tx",
        "rule\tright\tfired\tdata\na\t3",
    ],
)
def test_a_broken_table_is_refused(text: str) -> None:
    with pytest.raises(ConfidenceError, match=r"confidence\.tsv"):
        load(text)
