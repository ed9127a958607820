"""``python -m craftnlp FILE|- [--json]``, ``predict``, ``evaluate``, ``schema``; ``--help`` lists them.

Exit codes: 0 done, 1 the input cannot be read, 2 wrong usage, 3 the reader invented something. Errors are one plain
line on stderr, Chinese first.
"""

import os
import sys
from collections.abc import Callable

from craftnlp import CueError
from craftnlp.commands import evaluate, predict, schema, transcript
from craftnlp.commands.console import fail

COMMANDS: dict[str, Callable[[list[str]], None]] = {
    "evaluate": evaluate.run,
    "predict": predict.run,
    "schema": schema.run,
}


def main(arguments: list[str]) -> None:
    """Run one command; what is no command is a transcript."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command:
        command(arguments[1:])
    else:
        transcript.run(arguments)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except CueError as error:
        fail(str(error), error.english)
    except BrokenPipeError:  # whoever read our output has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except OSError as error:
        fail("读不到这个文件，请检查路径和权限。", f"Cannot read the file: {error.strerror} {error.filename or ''}")
