"""The query plan as an FTS5 expression. Words hold only Chinese, letters and digits; they are quoted all the same."""

from collections.abc import Iterable

from archive.search.plan import Plan, PlanWord

TEXT = "{title summary body}"


def expression(words: Plan) -> str:
    """What must stand after MATCH. There must be a word."""
    return " AND ".join(f"({' OR '.join(_ways(word))})" for word in words)


def any_term(terms: Iterable[str]) -> str:
    """A match for any of these whole words."""
    return f"term : ({' OR '.join(quoted(term) for term in terms)})"


def _ways(word: PlanWord) -> list[str]:
    if word.kind == "char":
        return [f"{TEXT} : {quoted(word.text)} *"]
    ways = [f"{TEXT} : {quoted(*word.tokens)}", any_term(word.terms)]
    return [f"py : {quoted(word.text)} *", *ways] if word.kind == "pinyin" else ways


def quoted(*tokens: str) -> str:
    """Tokens that must follow each other, as an FTS5 string."""
    return '"' + " ".join(tokens).replace('"', '""') + '"'
