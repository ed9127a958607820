"""Renderers behind one seam; see :mod:`generation.backends.base`."""
