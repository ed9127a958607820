"""Reading the environment. A setting that cannot be understood stops the start."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def flag(name: str, *, default: bool) -> bool:
    """A yes/no variable. Raises ``ImproperlyConfigured`` for anything else."""
    text = os.environ.get(name)
    if text is None:
        return default
    if text.lower() in TRUE:
        return True
    if text.lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name}={text!r}: write true or false")


def required(name: str) -> str:
    """A variable that must be set. Raises ``ImproperlyConfigured``."""
    text = os.environ.get(name, "")
    if not text:
        raise ImproperlyConfigured(f"Set {name} in the environment")
    return text


def words(name: str) -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def kept_secret(file: Path) -> str:
    """A random secret that is made once and kept in a file only its owner may read."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()
