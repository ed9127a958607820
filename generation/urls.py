"""Addresses of generation. ``urlpatterns`` stand under the language prefix, ``files`` do not. Nothing here is public."""

from django.urls import path, re_path

from generation.views import jobs, making, queue, takes

UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

urlpatterns = [
    path("jobs/", queue.jobs, name="jobs"),
    path("jobs/cancel/", queue.jobs_cancel, name="jobs-cancel"),
    path("jobs/retry/", queue.jobs_retry, name="jobs-retry"),
    path("jobs/make/<int:pk>/", making.films_make, name="films-make"),
    path("jobs/<int:pk>/", jobs.job, name="job"),
    path("jobs/<int:pk>/cancel/", queue.job_cancel, name="job-cancel"),
    path("jobs/<int:pk>/retry/", queue.job_retry, name="job-retry"),
]
files = [
    re_path(rf"^media/takes/(?P<uid>{UUID})\.(?P<kind>mp4|webp|vtt)$", takes.take, name="take-media"),
]
