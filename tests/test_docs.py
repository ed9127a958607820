"""The documents say what the code says: settings, commands, nouns, statuses, dependencies, decisions, links."""

import ast
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
APPS = ("archive", "generation", "review")
PACKAGES = ("config", *APPS, "craftnlp")
NOT_OURS = {".venv", "var", "node_modules", ".git"}
READS_ENVIRONMENT = {
    "os.environ.get",
    "os.getenv",
    "env.flag",
    "env.required",
    "env.words",
}
PINNED = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,]+\])?==(?P<version>[^\s;]+)")
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def read(path: Path) -> str:
    return path.read_text("utf-8")


# -- settings


def variables(module: Path) -> set[str]:
    """Names of the environment variables that a settings module reads."""
    return {name for node in ast.walk(ast.parse(read(module))) for name in named_by(node)}


def named_by(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
        yield str(ast.literal_eval(node.slice))
    if not isinstance(node, ast.Call):
        return
    called = ast.unparse(node.func)
    if called == "dj_database_url.config":
        yield "DATABASE_URL"
    if called in READS_ENVIRONMENT:
        yield str(ast.literal_eval(node.args[0]))


def settings_modules() -> list[Path]:
    return sorted((ROOT / "config" / "settings").glob("*.py"))


def test_the_reader_of_settings_finds_what_it_should() -> None:
    found = variables(ROOT / "config" / "settings" / "base.py")
    assert {"DATABASE_URL", "JIYI_VAR", "CELERY_BROKER_URL", "DEBUG"} <= found


@pytest.mark.parametrize("module", settings_modules(), ids=lambda path: path.stem)
def test_each_variable_that_settings_read_has_a_row(module: Path) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", read(DOCS / "settings.md"), re.MULTILINE)
    assert variables(module) <= set(rows)


def test_no_row_names_a_variable_that_nothing_reads() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", read(DOCS / "settings.md"), re.MULTILINE)
    assert set(rows) <= set().union(*map(variables, settings_modules()))


# -- commands


def targets() -> list[str]:
    """What can be made, files under a folder aside."""
    return re.findall(r"^([a-z][\w-]*):", read(ROOT / "Makefile"), re.MULTILINE)


def test_each_make_target_is_explained() -> None:
    explained = "".join(read(path) for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md") if path.exists())
    assert [target for target in targets() if f"make {target}" not in explained] == []


def test_no_explained_make_target_is_missing() -> None:
    explained = re.findall(r"`make ([a-z][\w-]*)`", read(ROOT / "CONTRIBUTING.md"))
    assert set(explained) <= set(targets())


# -- nouns and statuses


def our_models() -> list[type[models.Model]]:
    return [model for label in APPS for model in apps.get_app_config(label).get_models()]


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_each_noun_is_in_the_glossary(model: type[models.Model]) -> None:
    assert f"`{model._meta.app_label}.{model.__name__}`" in read(DOCS / "glossary.md")


def moves() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every status of every model, with what it may become."""
    for model in our_models():
        for status, after in getattr(model, "TRANSITIONS", {}).items():
            yield model.__name__, str(status), after


@pytest.mark.parametrize(("noun", "status", "after"), sorted(moves()), ids=lambda value: str(value)[:20])
def test_each_status_and_its_moves_are_in_the_glossary(noun: str, status: str, after: frozenset[str]) -> None:
    rows = re.findall(rf"^\| `{status}` \| [^|]+ \|([^|]*)\|", read(DOCS / "glossary.md"), re.MULTILINE)
    assert any(set(re.findall(r"`(\w+)`", row)) == {str(name) for name in after} for row in rows), noun


def choices() -> set[str]:
    """What can be decided, and the uses that can be consented to, as they stand in the database."""
    fields = [field for model in our_models() for field in model._meta.fields if field.name in {"decision", "use"}]
    return {str(value) for field in fields for value, _ in field.flatchoices}


def test_each_decision_and_each_use_is_in_the_glossary() -> None:
    assert "ai_generate_from" in choices()
    assert [value for value in sorted(choices()) if f"`{value}`" not in read(DOCS / "glossary.md")] == []


def routes(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every address, without its converters and its language prefix."""
    for pattern in patterns:
        address = before if isinstance(pattern.pattern, LocalePrefixPattern) else before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, address)
        else:
            yield re.sub(r"<\w+:(\w+)>", r"<\1>", address.replace("^", "").removesuffix("$"))


def test_each_page_and_api_address_of_the_glossary_exists() -> None:
    table = read(DOCS / "glossary.md").split("## Addresses")[1].split("\n## ")[0]
    named = re.findall(r"`([\w/<>-]+/)`", "".join(re.findall(r"^\| [^|]+ \|([^|]+\|[^|]+)\|", table, re.MULTILINE)))
    assert len(named) > 15
    assert set(named) - set(routes(get_resolver().url_patterns)) == set()


# -- dependencies


def pins() -> list[tuple[str, str]]:
    """Every package that a requirements file names, with its version."""
    lines = [line for path in sorted((ROOT / "requirements").glob("*.txt")) for line in read(path).splitlines()]
    return sorted({(found["name"], found["version"]) for line in lines if (found := PINNED.match(line))})


def dependency_rows() -> dict[tuple[str, str], str]:
    """Package and version of each row, with its licence."""
    rows = re.findall(r"^\| ([\w.-]+) \| (\d\S*) \| ([^|]+) \|", read(DOCS / "dependencies.md"), re.MULTILINE)
    return {(name, version): licence for name, version, licence in rows}


def test_requirements_are_pinned() -> None:
    lines = [line for path in (ROOT / "requirements").glob("*.txt") for line in read(path).splitlines()]
    wanted = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert [line for line in wanted if not PINNED.match(line)] == []
    assert len(wanted) > 30


@pytest.mark.parametrize("pin", pins(), ids=lambda pin: pin[0])
def test_each_dependency_has_a_row_with_its_version(pin: tuple[str, str]) -> None:
    assert pin in dependency_rows()


def test_no_row_stands_for_a_dependency_that_is_gone() -> None:
    assert set(dependency_rows()) - set(pins()) == set()


def test_nothing_we_import_is_under_the_gpl() -> None:
    licences = dependency_rows().items()
    assert [name for (name, _), licence in licences if re.search(r"(?<![LA])GPL", licence)] == []


# -- decisions and links


def decisions() -> list[Path]:
    return sorted(path for path in (DOCS / "decisions").glob("*.md") if path.name != "README.md")


@pytest.mark.parametrize("page", decisions(), ids=lambda path: path.stem)
def test_each_decision_is_listed_and_has_its_parts(page: Path) -> None:
    assert f"]({page.name})" in read(DOCS / "decisions" / "README.md")
    text = read(page)
    assert text.startswith(f"# {page.name[:4]} ")
    assert re.findall(r"^## (\w+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(page.name[:4]) for page in decisions()]
    assert numbers == list(range(1, len(numbers) + 1))


def documents() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.md") if not NOT_OURS & set(path.relative_to(ROOT).parts))


def links(page: Path) -> Iterator[tuple[str, str]]:
    """Path and anchor of every link that stays in the repository."""
    for target in LINK.findall(CODE.sub("", read(page))):
        if not re.match(r"[a-z]+:", target):
            path, _, anchor = target.partition("#")
            yield path, anchor


def anchors(page: Path) -> set[str]:
    """The anchors of the headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", read(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", documents(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for path, anchor in links(page):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


# -- names of modules, functions and files


def our_documents() -> list[Path]:
    """The documents about the code as it is; a changelog may name what is gone."""
    return [*sorted(DOCS.rglob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]


def quoted(page: Path) -> set[str]:
    """What stands between back-ticks, code blocks aside."""
    return set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", read(page), flags=re.DOTALL)))


def is_known(name: str) -> bool:
    """Whether a dotted name is a model, a permission, a check, a module, or something in a module."""
    label, _, rest = name.partition(".")
    if re.fullmatch(r"[EW]\d{3}", rest):
        return f'id="{name}"' in read(ROOT / label / "checks.py")
    if rest in {code for model in our_models() for code, _ in model._meta.permissions}:
        return True
    if rest.lower() in {model._meta.model_name for model in our_models()}:
        return True
    if rest.startswith("settings."):
        return (ROOT / f"{name.replace('.', '/')}.py").exists()
    try:
        return pkgutil.resolve_name(name) is not None
    except (ImportError, AttributeError):
        return False


@pytest.mark.parametrize("page", our_documents(), ids=lambda path: path.stem)
def test_each_name_of_ours_exists(page: Path) -> None:
    names = {name for name in quoted(page) if re.fullmatch(rf"(?:{'|'.join(PACKAGES)})(?:\.\w+)+", name)}
    assert [name for name in sorted(names) if not is_known(name)] == []


@pytest.mark.parametrize("page", our_documents(), ids=lambda path: path.stem)
def test_each_path_of_ours_exists(page: Path) -> None:
    ours = "|".join((*PACKAGES, "docs", "requirements", "static", "templates", "tests"))
    paths = {path for path in quoted(page) if re.fullmatch(rf"(?:{ours})/[\w./*-]*", path)}
    assert [path for path in sorted(paths) if not list(ROOT.glob(path.rstrip("/")))] == []


def test_the_licence_is_complete() -> None:
    text = read(ROOT / "LICENSE")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert "APPENDIX: How to apply the Apache License to your work." in text
