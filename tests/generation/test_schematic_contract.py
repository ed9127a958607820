"""The schematic backend keeps the contract of every backend."""

from typing import Any, ClassVar

import pytest

from generation.backends.base import Backend
from generation.backends.schematic import Schematic
from tests.generation.backend_contract import BackendContract


class TestSchematic(BackendContract):
    small: ClassVar[dict[str, Any]] = {"frames": 8, "fps": 4}

    @pytest.fixture
    def backend(self) -> Backend:
        return Schematic()
