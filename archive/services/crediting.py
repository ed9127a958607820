"""Attribution: the credit lines that go wherever a clip or a recording goes."""

from django.utils import timezone

from archive.models import Attribution, Recording, Technique, TechniqueSpec


def credit_recording(recording: Recording, technique: Technique, *, rights_zh: str, rights_en: str) -> Attribution:
    """Write the attribution of a recording and bind it."""
    bearer = technique.bearer
    recording.attribution = Attribution.objects.create(
        **_source(technique, recording),
        credit_zh=f"讲述与演示：{bearer.name_zh}；录制：{recording.recordist}",
        credit_en=f"Told and shown by {bearer.name_en}; recorded by {recording.recordist}",
        rights_zh=rights_zh,
        rights_en=rights_en,
        citation_zh=f"{bearer.name_zh}. {recording.title_zh}[影像]. 技忆档案, {_year(recording)}. {recording.uid}",
        citation_en=f"{bearer.name_en}. {recording.title_en} [video]. Jiyi archive, {_year(recording)}. {recording.uid}",
    )
    recording.save(update_fields=["attribution"])
    return recording.attribution


def credit_clip(spec: TechniqueSpec, *, uid: str, backend: str, approved_by: list[str]) -> Attribution:
    """Write the attribution of a generated clip. The bearer is credited for the skill, never as author of the film."""
    technique = spec.technique
    bearer, recording = technique.bearer, spec.transcript.recording
    judges = "、".join(approved_by)
    rights = recording.attribution if recording and recording.attribution else None
    year = timezone.localdate().year
    return Attribution.objects.create(
        **_source(technique, recording),
        archivist=spec.confirmed_by.display_name if spec.confirmed_by else "",
        credit_zh=f"技艺：{bearer.name_zh}；AI演示生成：{backend}；审定：{judges}",
        credit_en=f"Skill: {bearer.name_en}; AI demonstration: {backend}; approved by: {judges}",
        rights_uri=rights.rights_uri if rights else "",
        rights_zh=rights.rights_zh if rights else "",
        rights_en=rights.rights_en if rights else "",
        citation_zh=f"{bearer.name_zh}（技艺）. {technique.name_zh}[AI生成示意影像]. 技忆档案, {year}. {uid}",
        citation_en=f"{bearer.name_en} (skill). {technique.name_en} [AI-generated film]. Jiyi archive, {year}. {uid}",
    )


def _source(technique: Technique, recording: Recording | None) -> dict[str, object]:
    bearer = technique.bearer
    return {
        "bearer": bearer,
        "lineage_zh": bearer.lineage_zh,
        "lineage_en": bearer.lineage_en,
        "place_zh": bearer.place_zh,
        "place_en": bearer.place_en,
        "project_number": technique.craft.number,
        "recordist": recording.recordist if recording else "",
    }


def _year(recording: Recording) -> int:
    return (recording.recorded_on or timezone.localdate()).year
