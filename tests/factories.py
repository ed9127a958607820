"""A small known cast: 李素梅 the embroiderer, her craft, what she said, and what was read from it."""

from datetime import date
from typing import Any

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory

from archive.models import (
    Attribution,
    Bearer,
    Category,
    Consent,
    ConsentDecision,
    ConsentUse,
    Craft,
    Cue,
    Publication,
    SpecStatus,
    SubItem,
    Technique,
    TechniqueSpec,
    Transcript,
    User,
)
from craftnlp.spec import (
    Hand,
    HandSide,
    Measure,
    Phrase,
    Quantity,
    Quote,
    Status,
    Step,
    Term,
    TermClass,
    text_sha256,
)
from craftnlp.spec import TechniqueSpec as Spec

SAID = "右手捏针，针跟绷面斜着，三十度的样子，慢慢扎进去"
SAID_AFTER = "线拉到贴住绸面就停，不要太紧"


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"user{n}")
    password = factory.django.Password("correct horse battery staple")


class CraftFactory(DjangoModelFactory[Craft]):
    class Meta:
        model = Craft
        django_get_or_create = ("slug",)

    slug = "suxiu"
    name_zh = "苏绣"
    name_en = "Suzhou embroidery"
    category = Category.TRADITIONAL_ART
    serial = 18
    status = Publication.PUBLISHED


class SubItemFactory(DjangoModelFactory[SubItem]):
    class Meta:
        model = SubItem

    craft = factory.SubFactory(CraftFactory)
    region_zh = "江苏苏州"
    region_en = "Suzhou, Jiangsu"
    protection_unit_zh = "示例保护单位"


class BearerFactory(DjangoModelFactory[Bearer]):
    class Meta:
        model = Bearer
        django_get_or_create = ("slug",)
        skip_postgeneration_save = True

    slug = "li-sumei"
    name_zh = "李素梅（示例）"
    name_en = "Li Sumei (sample)"
    place_zh = "苏州"
    place_en = "Suzhou"
    lineage_zh = "师承王氏（示例）"
    is_sample = True

    @factory.post_generation  # type: ignore[untyped-decorator]
    def crafts(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            self.crafts.add(*(extracted or [CraftFactory.create()]))


class TechniqueFactory(DjangoModelFactory[Technique]):
    class Meta:
        model = Technique
        django_get_or_create = ("slug",)

    slug = "pingzhen"
    craft = factory.SubFactory(CraftFactory)
    bearer = factory.SubFactory(BearerFactory)
    name_zh = "平针"
    name_en = "Flat stitch"
    summary_zh = "沿梅花轮廓下针"
    status = Publication.PUBLISHED


def transcript_text() -> str:
    """The whole text of the cast's transcript."""
    return f"{SAID}\n{SAID_AFTER}"


class TranscriptFactory(DjangoModelFactory[Transcript]):
    class Meta:
        model = Transcript
        skip_postgeneration_save = True

    craft = factory.SubFactory(CraftFactory)
    bearer = factory.SubFactory(BearerFactory)
    source = factory.LazyAttribute(lambda _: ContentFile(transcript_text().encode(), name="source"))
    source_sha256 = factory.LazyAttribute(lambda _: text_sha256(transcript_text()))
    text_sha256 = factory.LazyAttribute(lambda _: text_sha256(transcript_text()))

    @factory.post_generation  # type: ignore[untyped-decorator]
    def cues(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        offset = 0
        for number, text in enumerate((SAID, SAID_AFTER)):
            Cue.objects.create(
                transcript_id=self.pk,  # type: ignore[attr-defined]
                number=number,
                offset=offset,
                start=3.0 + 8 * number,
                end=10.0 + 8 * number,
                speaker="师傅",
                text=text,
            )
            offset += len(text) + 1


def quote(text: str) -> Quote:
    """The first place in the transcript where these words stand."""
    start = transcript_text().index(text)
    return Quote(start=start, end=start + len(text), text=text)


def value(text: str, **more: Any) -> dict[str, Any]:
    """What every accepted value of the cast has in common."""
    return {"quote": quote(text), "confidence": 0.9, "component": "test/1", "status": Status.ACCEPTED} | more


def spec_content() -> Spec:
    """Two accepted steps: the stitch with hand, angle and manner, and the pull with a condition and a caution."""
    stitch = Step(
        id="s1",
        clause=quote(SAID),
        action=Term(**value("扎"), text="扎", term_class=TermClass.ACTION),
        tool=(Term(**value("针"), text="针", term_class=TermClass.TOOL, concept="针"),),
        hand=(Hand(**value("右手"), side=HandSide.RIGHT),),
        manner=(Phrase(**value("慢慢"), text="慢慢"),),
        quantity=(
            Quantity(
                **value("三十度"),
                value="30",
                low="30",
                high="30",
                approximate=True,
                unit="度",
                measure=Measure.ANGLE,
                canonical_low="30",
                canonical_high="30",
                canonical_unit="°",
            ),
        ),
        sentence="右手用针慢慢扎，角度约30度。",
    )
    pull = Step(
        id="s2",
        clause=quote(SAID_AFTER),
        action=Term(**value("拉"), text="拉", term_class=TermClass.ACTION),
        material=(Term(**value("线"), text="线", term_class=TermClass.MATERIAL),),
        condition=(Phrase(**value("贴住绸面就停"), text="贴住绸面就停"),),
        caution=(Phrase(**value("不要太紧"), text="不要太紧"),),
        sentence="拉线。",
    )
    return Spec(transcript_sha256=text_sha256(transcript_text()), reader="test/1", steps=(stitch, pull))


class TechniqueSpecFactory(DjangoModelFactory[TechniqueSpec]):
    """An accepted specification, version 1."""

    class Meta:
        model = TechniqueSpec

    technique = factory.SubFactory(TechniqueFactory)
    transcript = factory.SubFactory(TranscriptFactory)
    version = 1
    status = SpecStatus.ACCEPTED
    content = factory.LazyAttribute(lambda _: spec_content().model_dump(mode="json"))
    sha256 = factory.LazyAttribute(lambda _: spec_content().content_sha256())
    reader = "test/1"


class AttributionFactory(DjangoModelFactory[Attribution]):
    class Meta:
        model = Attribution

    bearer = factory.SubFactory(BearerFactory)
    credit_zh = "技艺：李素梅（示例）；AI演示生成：schematic"
    credit_en = "Skill: Li Sumei (sample); AI demonstration: schematic"


def grant(bearer: Bearer, *uses: ConsentUse) -> None:
    """Record that the bearer consents to these uses (all of them when none is named)."""
    for use in uses or tuple(ConsentUse):
        Consent.objects.create(bearer=bearer, use=use, decision=ConsentDecision.GRANTED, valid_from=date(2024, 1, 1))
