"""A job as one line of the queue."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from generation.models import Job, JobStatus
from generation.services import QueueFacts, failure_text, queue_facts



@dataclass(frozen=True, slots=True)
class Line:
    """A job with where it stands and, where it failed, why and what to do."""

    job: Job
    facts: QueueFacts
    failure: str
    percent: int

    @property
    def step_title(self) -> str:
        """The step that the film shows, as the recipe froze it."""
        title: str = self.job.recipe.request["title"]
        return title

    @property
    def step_number(self) -> int:
        """Its place in the film's storyboard."""
        number: int = self.job.recipe.request["step_number"]
        return number

    @property
    def remaining(self) -> str:
        """还要约 4 秒, with its bounds where this house has made enough films to know them."""
        facts = self.facts
        if self.job.finished or facts.eta is None:
            return ""
        if facts.samples < 3 or facts.low is None or facts.high is None:
            return _("还要约 %(time)s") % {"time": in_words(facts.eta)}
        bounds = {"time": in_words(facts.eta), "low": in_words(facts.low), "high": in_words(facts.high)}
        return _("还要约 %(time)s（%(low)s 到 %(high)s）") % bounds

    @property
    def waited(self) -> str:
        """How long the job stood in the queue."""
        return in_words(self.facts.waited)

    @property
    def elapsed(self) -> str:
        """How long it has run."""
        return in_words(self.facts.elapsed)


def line(job: Job) -> Line:
    """The line of a job. Queries."""
    failure = failure_text(job) if job.status in (JobStatus.FAILED, JobStatus.CANCELLED) else ""
    return Line(job, queue_facts(job), failure, int(job.progress * 100))


def in_words(seconds: float) -> str:
    """A length of time to read: 4 秒, 3 分钟, 2 小时."""
    if seconds < 90:
        count = round(seconds)
        return ngettext("%(count)d 秒", "%(count)d 秒", count) % {"count": count}
    if seconds < 5400:
        count = round(seconds / 60)
        return ngettext("%(count)d 分钟", "%(count)d 分钟", count) % {"count": count}
    count = round(seconds / 3600)
    return ngettext("%(count)d 小时", "%(count)d 小时", count) % {"count": count}
