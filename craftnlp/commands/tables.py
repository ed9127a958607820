"""The tables of ``evaluate``, for reading on a screen."""

from collections import defaultdict
from collections.abc import Iterator

from craftnlp.evaluation import Mistake, Reliability, Scores
from craftnlp.evaluation.comparison import FIELDS
from craftnlp.evaluation.reliability import Row
from craftnlp.evaluation.scores import Agreement, Count


def scores(found: Scores) -> Iterator[str]:
    """Every field, then the sums."""
    yield f"{'field':14} {'gold':>5} {'read':>5} | {'strict P R F1':20} | {'lenient P R F1':20} | linked F1"
    for name, count in found.rows().items():
        strict, lenient = _three(count.at("strict")), _three(count.at("lenient"))
        yield f"{name:14} {count.gold:5} {count.read:5} | {strict:20} | {lenient:20} | {count.at('linked').f1:.3f}"
    order = "–" if found.order is None else f"{found.order:.4f}"
    yield f"quantity value+unit {_three(found.quantities)} | order {order} | passages {found.passages}"
    yield f"INVENTED {len(found.invented)}"
    yield from (f"  {one.passage} {one.field} {one.span.start}–{one.span.end}" for one in found.invented)


def groups(found: dict[str, Scores]) -> Iterator[str]:
    """The headline of each group."""
    yield ""
    yield f"{'passages':>8} {'gold':>5} {'read':>5} | HEADLINE lenient linked strict | quantity v+u | invented | group"
    for name, one in found.items():
        count: Count = one.rows()["HEADLINE"]
        three = "  ".join(f"{count.at(level).f1:.3f}" for level in ("lenient", "linked", "strict"))
        amounts = f"{one.quantities.f1:.3f}" if one.quantities.gold or one.quantities.read else "–"
        tail = f"{amounts:>12} | {len(one.invented):8} | {name}"
        yield f"{one.passages:8} {count.gold:5} {count.read:5} | {three:>30} | {tail}"


def mistakes(found: list[Mistake]) -> Iterator[str]:
    """The mistakes of each field, with their words."""
    by_kind: dict[tuple[int, str], list[Mistake]] = defaultdict(list)
    for one in found:
        by_kind[FIELDS.index(one.field), one.kind].append(one)
    for (field, kind), ones in sorted(by_kind.items()):
        yield ""
        yield f"{FIELDS[field]}: {kind} {len(ones)}"
        for one in ones:
            yield f"  {one.passage} {one.start}–{one.end}「{' '.join(one.quote.split())}」{one.read}".rstrip()


def reliability(found: Reliability) -> Iterator[str]:
    """Stated and observed, by band and by rule."""
    for title, rows in (("confidence", found.bands), ("component, field, stated", found.rules)):
        yield ""
        yield f"{title:40} {'values':>6} {'stated':>7} {'observed':>8}"
        yield from map(_reliable, rows)
    yield ""
    yield "Brier – | ECE –" if found.brier is None else f"Brier {found.brier:.4f} | ECE {found.ece:.4f}"


def _reliable(row: Row) -> str:
    return f"{row.name:40} {row.values:6} {row.stated:7.3f} {row.observed:8.3f}"


def _three(agreement: Agreement) -> str:
    return f"{agreement.precision:.3f} {agreement.recall:.3f} {agreement.f1:.3f}"
