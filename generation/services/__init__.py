"""The verbs of generation. :mod:`.running` needs the media libraries and is therefore named by its own path.

A job made here is a row; :mod:`generation.tasks` rings the doorbell.
"""

from generation.services.backends import UnknownBackendError, get_backend
from generation.services.failures import RefusedError, failure_text
from generation.services.gates import ConsentMissingError, LowDiskError
from generation.services.jobs import cancel, request_render, retry
from generation.services.queue import QueueFacts, queue_facts
from generation.services.recipes import make_recipe, request_from, resolve_seed
from generation.services.reconciling import Reconciled, reconcile

__all__ = [
    "ConsentMissingError",
    "LowDiskError",
    "QueueFacts",
    "Reconciled",
    "RefusedError",
    "UnknownBackendError",
    "cancel",
    "failure_text",
    "get_backend",
    "make_recipe",
    "queue_facts",
    "reconcile",
    "request_from",
    "request_render",
    "resolve_seed",
    "retry",
]
