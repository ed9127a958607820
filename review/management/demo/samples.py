"""The sample archive: facts, transcripts and decisions from ``archive/samples``, taken in through the services."""

import hashlib
import tempfile
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import archive.samples
from archive.models import (
    Bearer,
    Consent,
    Craft,
    Recording,
    SubItem,
    Technique,
    Transcript,
    User,
)
from archive.services.crediting import credit_recording
from archive.services.ingest import DuplicateFileError, add_recording, add_transcript
from archive.services.publishing import publish
from craftnlp.cues import decode, parse_transcript
from generation.placeholder import Placeholder, film_placeholder

FOLDER = Path(archive.samples.__file__).parent


@dataclass(frozen=True, slots=True)
class Sample:
    """One folder of the sample archive."""

    folder: Path
    facts: dict[str, Any]

    @property
    def source(self) -> bytes:
        """The transcript as it was handed in."""
        name: str = self.facts["recording"]["transcript"]
        return (self.folder / name).read_bytes()

    @property
    def decisions(self) -> list[dict[str, Any]]:
        """What the sample archivist decided about the values that were read."""
        return self._decided("decision")

    @property
    def merges(self) -> list[dict[str, Any]]:
        """Which read steps the sample archivist joined."""
        return self._decided("merge")

    def _decided(self, table: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = tomllib.loads((self.folder / "decisions.toml").read_text()).get(table, [])
        return found


def samples() -> list[Sample]:
    """Every sample, in the order of the folders' names."""
    return [Sample(file.parent, tomllib.loads(file.read_text())) for file in sorted(FOLDER.glob("*/sample.toml"))]


def take_in(sample: Sample) -> tuple[Technique, Transcript]:
    """Craft, bearer, consents, stand-in footage and transcript of a sample. What is there already stays as it is."""
    craft = _craft(sample)
    bearer = _bearer(sample, craft)
    technique = _technique(sample, craft, bearer)
    transcript = Transcript.objects.filter(source_sha256=hashlib.sha256(sample.source).hexdigest()).first()
    if transcript is None:
        recording = _recording(sample, technique)
        transcript = add_transcript(sample.source, craft=craft, bearer=bearer, by=None, recording=recording)
    return technique, transcript


def make_public(technique: Technique, transcript: Transcript, *, by: User) -> None:
    """Publish craft, technique and footage of a sample."""
    publish(technique.craft, by=by)
    publish(technique, by=by)
    if transcript.recording is not None:
        publish(transcript.recording, by=by)


def _craft(sample: Sample) -> Craft:
    facts = sample.facts["craft"]
    names = ("name_zh", "name_en", "category", "serial", "summary_zh", "summary_en")
    defaults = {name: facts[name] for name in names if name in facts} | {"is_sample": True}
    craft, _ = Craft.objects.get_or_create(slug=facts["slug"], defaults=defaults)
    place = sample.facts["recording"]["location"]
    sub_item = dict(facts["sub_item"])
    region = sub_item.pop("region_zh")
    SubItem.objects.get_or_create(craft=craft, region_zh=region, defaults=sub_item | place)
    return craft


def _bearer(sample: Sample, craft: Craft) -> Bearer:
    facts = dict(sample.facts["bearer"])
    bearer, made = Bearer.objects.get_or_create(slug=facts.pop("slug"), defaults=facts | {"is_sample": True})
    bearer.crafts.add(craft)
    if made:
        consent = sample.facts["consent"]
        for use, decision in consent["uses"].items():
            Consent.objects.create(
                bearer=bearer, use=use, decision=decision, valid_from=consent["signed_on"], note=consent["form_zh"]
            )
    return bearer


def _technique(sample: Sample, craft: Craft, bearer: Bearer) -> Technique:
    facts = dict(sample.facts["technique"])
    defaults = facts | {"craft": craft, "bearer": bearer, "is_sample": True}
    technique, _ = Technique.objects.get_or_create(slug=facts.pop("slug"), defaults=defaults)
    return technique


def _recording(sample: Sample, technique: Technique) -> Recording:
    facts = sample.facts["recording"]
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "placeholder.mp4"
        cues = parse_transcript(decode(sample.source))
        bearer, craft = technique.bearer, technique.craft
        film_placeholder(Placeholder(title=technique.name_zh, subtitle=bearer.name_zh, cues=cues), film)
        try:
            recording = add_recording(film, craft=craft, bearers=[bearer], facts=_recording_facts(facts))
        except DuplicateFileError as error:
            return error.existing
    credit_recording(recording, technique, rights_zh=facts["rights_zh"], rights_en=facts["rights_en"])
    return recording


def _recording_facts(facts: dict[str, Any]) -> dict[str, Any]:
    recorded_on: date = facts["recorded_on"]
    return {
        "origin": Recording.Origin.PLACEHOLDER,
        "title_zh": facts["title_zh"],
        "title_en": facts["title_en"],
        "recorded_on": recorded_on,
        "place_zh": facts["place_zh"],
        "place_en": facts["place_en"],
        "latitude": facts["location"]["latitude"],
        "longitude": facts["location"]["longitude"],
        "recordist": facts["recordist_zh"],
        "language": facts["dialect_zh"],
        "is_sample": True,
    }
