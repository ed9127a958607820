"""The reasons of a verdict in the reader's language."""

from django import template

from review.models import Reason, Verdict

register = template.Library()


@register.filter
def reason_names(verdict: Verdict) -> list[str]:
    """工具, 手势 …"""
    return [str(Reason(reason).label) for reason in verdict.reasons]
