"""One technique as the public sees it when everything is there: footage, transcript, specification, clip, verdict."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.core.files.base import ContentFile

from archive.models import (
    Bearer,
    Clip,
    ClipVerdict,
    Craft,
    Publication,
    Recording,
    Technique,
    TechniqueSpec,
    Transcript,
)
from tests.factories import (
    AttributionFactory,
    SubItemFactory,
    TechniqueFactory,
    TechniqueSpecFactory,
    TranscriptFactory,
    spec_content,
)

FOOTAGE_FPS, FILM_FPS, FILM_FRAMES = 25, 24, 48


@dataclass(frozen=True)
class Shown:
    """The rows behind one complete page."""

    craft: Craft
    bearer: Bearer
    technique: Technique
    recording: Recording
    transcript: Transcript
    spec: TechniqueSpec
    clip: Clip


def publish_everything(*, footage: bytes = b"footage", film: bytes = b"film", **spec_fields: Any) -> Shown:
    """A published technique with a public recording and a public clip of its first step."""
    technique: Technique = TechniqueFactory.create()
    craft, bearer = technique.craft, technique.bearer
    SubItemFactory.create(craft=craft)
    recording = _recording(craft, bearer, footage)
    transcript: Transcript = TranscriptFactory.create(recording=recording)
    spec: TechniqueSpec = TechniqueSpecFactory.create(technique=technique, transcript=transcript, **spec_fields)
    return Shown(craft, bearer, technique, recording, transcript, spec, _clip(technique, spec, film))


def secret_content(step_id: str) -> dict[str, Any]:
    """The cast's specification with one of its steps kept secret."""
    spec = spec_content()
    steps = tuple(step.model_copy(update={"secret": step.id == step_id}) for step in spec.steps)
    return spec.model_copy(update={"steps": steps}).model_dump(mode="json")


def _recording(craft: Craft, bearer: Bearer, data: bytes) -> Recording:
    recording = Recording(
        craft=craft,
        title_zh="李素梅刺绣（示例）",
        title_en="Li Sumei embroiders (sample)",
        mime_type="video/mp4",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        seconds=20.0,
        width=320,
        height=180,
        fps=FOOTAGE_FPS,
        recorded_on=date(2024, 11, 6),
        place_zh="苏州",
        place_en="Suzhou",
        recordist="采录组",
        attribution=AttributionFactory.create(
            credit_zh="讲述与演示：李素梅（示例）",
            rights_zh="示例，署名使用",
            rights_en="Sample; use with credit",
            citation_zh="李素梅. 李素梅刺绣[影像]. 技忆档案, 2024.",
            citation_en="Li Sumei. Li Sumei embroiders [video]. Jiyi archive, 2024.",
        ),
        status=Publication.PUBLISHED,
    )
    recording.file.save("film", ContentFile(data))
    recording.bearers.add(bearer)
    return recording


def _clip(technique: Technique, spec: TechniqueSpec, data: bytes) -> Clip:
    digest = hashlib.sha256(data).hexdigest()
    clip = Clip(
        technique=technique,
        spec=spec,
        attribution=AttributionFactory.create(
            lineage_zh="师承王氏（示例）",
            lineage_en="Pupil of Wang (sample)",
            place_zh="苏州",
            place_en="Suzhou",
            project_number="Ⅶ-18",
            recordist="采录组",
            archivist="编目组",
            citation_zh="李素梅（技艺）. 平针[AI生成示意影像]. 技忆档案, 2026.",
            citation_en="Li Sumei (skill). Flat stitch [AI-generated film]. Jiyi archive, 2026.",
        ),
        step_id="s1",
        step_number=1,
        title="扎",
        sha256=digest,
        size=len(data),
        width=320,
        height=180,
        fps=FILM_FPS,
        frames=FILM_FRAMES,
        seconds=FILM_FRAMES / FILM_FPS,
        kind="schematic",
        label="AI生成·示意动画",
        content_number="JIYI-TEST-1",
        backend="schematic",
        seed=7,
        recipe={"request": {"prompt": "特写，右手捏针"}},
        recipe_sha256="c" * 64,
        status=Publication.PUBLISHED,
    )
    clip.file.save("film", ContentFile(data), save=False)
    clip.poster.save("poster", ContentFile(b"RIFF....WEBP"), save=False)
    clip.captions.save("captions", ContentFile(b"WEBVTT\n\n00:00.000 --> 00:02.000\nAI\n"), save=False)
    clip.save()
    ClipVerdict.objects.create(
        clip=clip,
        bearer=technique.bearer,
        judge_name=technique.bearer.name_zh,
        decision="approve",
        remark="针脚匀",
        take_sha256=digest,
        spec_sha256=spec.sha256,
        decided_at=datetime(2026, 3, 2, 6, 30, tzinfo=UTC),
    )
    return clip
