"""``schema``: the published JSON Schema of a specification."""

import json

from craftnlp import TechniqueSpec
from craftnlp.commands.console import Parser, write


def run(arguments: list[str]) -> None:
    """Print it."""
    Parser("规范的 JSON Schema / the JSON Schema of a specification").parse_args(arguments)
    write(json.dumps(TechniqueSpec.model_json_schema(), ensure_ascii=False, indent=2))
