"""Vendored scripts are the files their manifest says they are."""

import hashlib
import json
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[1] / "static" / "vendor"
NOT_VENDORED = {"manifest.json", "README.md"}


def entries() -> list[dict[str, str]]:
    manifest: list[dict[str, str]] = json.loads((VENDOR / "manifest.json").read_text("utf-8"))
    return manifest


def sha256(name: str) -> str:
    return hashlib.sha256((VENDOR / name).read_bytes()).hexdigest()


def test_each_file_has_the_hash_in_the_manifest() -> None:
    for entry in entries():
        assert sha256(entry["file"]) == entry["sha256"], entry["file"]


def test_each_licence_has_the_hash_in_the_manifest() -> None:
    for entry in entries():
        assert sha256(entry["licence_file"]) == entry["licence_sha256"], entry["licence_file"]


def test_each_entry_names_its_package_version_and_licence() -> None:
    for entry in entries():
        assert entry["name"]
        assert entry["version"]
        assert entry["licence"]


def test_no_file_is_missing_from_the_manifest() -> None:
    listed = {entry[key] for entry in entries() for key in ("file", "licence_file")}
    assert {path.name for path in VENDOR.iterdir()} - NOT_VENDORED == listed


def test_htmx_says_the_version_of_the_manifest() -> None:
    htmx = next(entry for entry in entries() if entry["name"] == "htmx.org")
    assert f'"{htmx["version"]}"' in (VENDOR / htmx["file"]).read_text("utf-8")
