"""The nouns of the record. The dictionary of words is docs/glossary.md."""

from archive.models.bearer import Bearer
from archive.models.clip import Attribution, Clip, ClipVerdict
from archive.models.consent import Consent, ConsentDecision, ConsentUse
from archive.models.craft import Category, Craft, SubItem
from archive.models.events import AppendOnlyError, OutboxEntry, StatusChange
from archive.models.publication import Publication
from archive.models.recording import Cue, Layer, Recording, Transcript
from archive.models.specification import SpecStatus, TechniqueSpec, ValueDecision
from archive.models.technique import Technique
from archive.models.user import User

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
