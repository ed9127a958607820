"""The nouns of the record. The dictionary of words is docs/glossary.md."""

from archive.models.clip import Attribution, Clip, ClipVerdict
from archive.models.craft import Category, Craft, SubItem, Technique
from archive.models.events import AppendOnlyError, OutboxEntry, StatusChange
from archive.models.people import Bearer, Consent, ConsentDecision, ConsentUse, User
from archive.models.publication import Publication
from archive.models.recording import Cue, Layer, Recording, Transcript
from archive.models.specification import SpecStatus, TechniqueSpec, ValueDecision

__all__ = [
    "AppendOnlyError",
    "Attribution",
    "Bearer",
    "Category",
    "Clip",
    "ClipVerdict",
    "Consent",
    "ConsentDecision",
    "ConsentUse",
    "Craft",
    "Cue",
    "Layer",
    "OutboxEntry",
    "Publication",
    "Recording",
    "SpecStatus",
    "StatusChange",
    "SubItem",
    "Technique",
    "TechniqueSpec",
    "Transcript",
    "User",
    "ValueDecision",
]
