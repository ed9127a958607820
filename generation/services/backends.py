"""The loader of renderers, in the shape of Django's own backends."""

import json
from functools import cache
from typing import ClassVar

from django.conf import settings
from django.utils.module_loading import import_string

from generation.backends.base import Backend
from generation.services.failures import RefusedError


class UnknownBackendError(RefusedError):
    """No renderer is configured under this name."""

    code: ClassVar[str] = "unknown_backend"


def get_backend(alias: str = "default") -> Backend:
    """The renderer configured under this name, made once a process. Raises :class:`UnknownBackendError`."""
    if alias not in settings.GENERATION_BACKENDS:
        known = "、".join(settings.GENERATION_BACKENDS)
        raise UnknownBackendError(f"没有叫“{alias}”的生成方式。已配置的有：{known}。")
    config = settings.GENERATION_BACKENDS[alias]
    return _made(str(config["BACKEND"]), json.dumps(config.get("OPTIONS", {}), sort_keys=True))


@cache
def _made(path: str, options: str) -> Backend:
    backend: Backend = import_string(path)(**json.loads(options))
    return backend
