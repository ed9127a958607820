"""Every backend keeps the same contract."""

from typing import Any, ClassVar

import pytest

from generation.backends.base import Backend
from generation.backends.schematic import Schematic
from generation.backends.wan import Wan
from tests.generation.backend_contract import BackendContract
from tests.generation.tiny_wan import tiny


class TestSchematic(BackendContract):
    @pytest.fixture
    def backend(self) -> Backend:
        return Schematic()


@pytest.mark.models
class TestWan(BackendContract):
    small: ClassVar[dict[str, Any]] = {"width": 96, "height": 64, "settings": {"steps": 4}}

    @pytest.fixture
    def backend(self, tmp_path_factory: pytest.TempPathFactory) -> Backend:
        return Wan(model=tiny(tmp_path_factory.getbasetemp()), dtype="float32", threads=1)
