"""Forms that edit one value of a proposal. Each asks for the words said and finds them in the transcript."""

import re
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.views.facts import HANDS, MEASURES
from craftnlp.components.quantities.measure import canonical
from craftnlp.components.reading import Amount
from craftnlp.decisions import AnyValue
from craftnlp.lexicon.units import units
from craftnlp.spec import Hand, HandSide, Measure, Phrase, Quantity, Quote, Term, Value

NOT_SAID = _("口述里没有“%(said)s”这几个字。请照原话写，一个字也不要改。")
MISSING = _("请填写“%(name)s”。")
NOT_A_FIGURE = _("请写成数字：3、0.5、2-3、10+、1/64、36*24，或“几”。")
NUMBER = r"\d{1,12}(?:\.\d{1,12})?"
FIGURE = re.compile(rf"^(?:几|{NUMBER}|{NUMBER}[-/*]{NUMBER}|{NUMBER}\+)$")
WHAT_IS_MEASURED = {**MEASURES, Measure.OTHER: _("没说量的是什么")}


class ValueForm(forms.Form):
    """What every edit asks: the words in the transcript that say it."""

    own: ClassVar[tuple[str, ...]] = ("text",)
    said = forms.CharField(
        label=_("口述原话"), max_length=400, strip=False, help_text=_("必须是口述里的原话，字字相同。")
    )

    def __init__(self, value: Value, transcript: str, data: Any = None, *, prefix: str) -> None:
        self.proposed, self.transcript = value, transcript
        initial = {"said": value.said} | {name: getattr(value, name) for name in self.own}
        super().__init__(data, initial=initial, prefix=prefix)
        for field in self.fields.values():
            field.error_messages["required"] = MISSING % {"name": field.label}

    def clean_said(self) -> Quote:
        """The occurrence of these words that is nearest to the one proposed."""
        said: str = self.cleaned_data["said"]
        places = [found.start() for found in re.finditer(f"(?={re.escape(said)})", self.transcript)]
        if not places:
            raise forms.ValidationError(NOT_SAID % {"said": said})
        start = min(places, key=lambda place: abs(place - self.proposed.quote.start))
        return Quote(start=start, end=start + len(said), text=said)

    def replacement(self) -> AnyValue:
        """The edited value. A value that a person wrote is certain, and said where they say it was."""
        changed = {name: self.cleaned_data[name] for name in self.own}
        known = {"quote": self.cleaned_data["said"], "confidence": 1.0, "inferred": False}
        edited: AnyValue = type(self.proposed).model_validate(dict(self.proposed) | known | changed)  # type: ignore[assignment]
        return edited


class TermForm(ValueForm):
    """A craft word in its preferred form. A changed word is no longer linked to a lexicon entry."""

    text = forms.CharField(label=_("规范写法"), max_length=60)

    def replacement(self) -> AnyValue:
        """The edited term."""
        term = super().replacement()
        same = isinstance(term, Term) and isinstance(self.proposed, Term) and term.text == self.proposed.text
        return term if same else term.model_copy(update={"concept": None})


class PhraseForm(ValueForm):
    """Words taken as they stand."""

    text = forms.CharField(label=_("内容"), max_length=200)


class HandForm(ValueForm):
    """Which hand."""

    own = ("side",)
    side = forms.TypedChoiceField(label=_("哪只手"), coerce=HandSide, choices=[*HANDS.items()])


class QuantityForm(ValueForm):
    """A number the master said, with its unit and what it measures."""

    own = ("value", "unit", "approximate", "measure")
    value = forms.RegexField(FIGURE, label=_("数"), strip=True, error_messages={"invalid": NOT_A_FIGURE})
    unit = forms.CharField(label=_("单位"), max_length=20, required=False, help_text=_("照原话写；没说就空着。"))
    measure = forms.TypedChoiceField(label=_("量的是"), coerce=Measure, choices=[*WHAT_IS_MEASURED.items()])
    approximate = forms.BooleanField(label=_("约数（左右、的样子）"), required=False)

    def replacement(self) -> AnyValue:
        """The edited quantity, its bounds and canonical figures worked out again."""
        edited, old = super().replacement(), self.proposed
        if not isinstance(edited, Quantity) or not isinstance(old, Quantity):
            return edited
        if (edited.value, edited.unit, edited.measure) == (old.value, old.unit, old.measure):
            return edited
        return _with_figures(edited)


FORMS: dict[type[Value], type[ValueForm]] = {
    Term: TermForm,
    Hand: HandForm,
    Phrase: PhraseForm,
    Quantity: QuantityForm,
}


def _with_figures(edited: Quantity) -> Quantity:
    low, high = _bounds(edited.value)
    name = edited.unit.partition("/")[0].lower()
    kind = units()[name].kind if name in units() else ""
    amount = Amount(0, 0, edited.value, low, high, unit=edited.unit, kind=kind, measure=edited.measure)
    figures = canonical(amount, edited.unit.lower())
    return edited.model_copy(
        update={
            "low": low,
            "high": high,
            "canonical_low": figures.low,
            "canonical_high": figures.high,
            "canonical_unit": figures.unit,
            "assumption": figures.assumption,
        }
    )


def _bounds(value: str) -> tuple[Decimal | None, Decimal | None]:
    if found := re.fullmatch(rf"({NUMBER})(?:-({NUMBER}))?", value):
        return Decimal(found[1]), Decimal(found[2] or found[1])
    if value.endswith("+"):
        return Decimal(value[:-1]), None
    return None, None
