"""``make bench``: every table in one run, as Markdown."""

import argparse

from bench import films, manim, reading, stages

TABLES = {"reading": reading.table, "films": films.table, "stages": stages.table, "manim": manim.table}


def main() -> None:
    """Print the asked tables, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("tables", nargs="*", choices=[*TABLES, []], help="which tables; all when none is named")
    wanted = parser.parse_args().tables or list(TABLES)
    for name in wanted:
        print(f"\n## {name}\n")  # noqa: T201  CONFIG: a report for the terminal
        print(TABLES[name]())  # noqa: T201  CONFIG: a report for the terminal


if __name__ == "__main__":
    main()
