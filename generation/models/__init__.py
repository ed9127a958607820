"""The nouns of generation. A take is not a clip: nothing here is public."""

from generation.models.job import Job, JobStatus
from generation.models.recipe import PromptTemplate, Recipe, Shot, Storyboard
from generation.models.take import Take

__all__ = ["Job", "JobStatus", "PromptTemplate", "Recipe", "Shot", "Storyboard", "Take"]
