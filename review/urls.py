"""Addresses of review, all inside the language prefix."""

from django.urls import path

from review.models import Decision
from review.views.inbox import reviews
from review.views.station import review, review_remark
from review.views.verdicts import review_done, review_reasons

urlpatterns = [
    path("reviews/", reviews, name="reviews"),
    path("reviews/<int:pk>/", review, name="review"),
    path("reviews/<int:pk>/remarks/", review_remark, name="review-remark"),
    path("reviews/<int:pk>/done/", review_done, name="review-done"),
    path("reviews/<int:pk>/change/", review_reasons, {"decision": Decision.CHANGE}, name="review-change"),
    path("reviews/<int:pk>/reject/", review_reasons, {"decision": Decision.REJECT}, name="review-reject"),
]
