"""Films by a local Wan2.2 model (T2V-A14B or TI2V-5B) through diffusers. Importing this imports no film model."""

from generation.backends.wan.backend import Wan

__all__ = ["Wan"]
