"""Who may judge: a master of that craft, asked in that round, who did not make the film."""

from typing import cast

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from guardian.shortcuts import get_users_with_perms

from archive.models import Craft, User
from generation.models import Take
from review.models import Round


def masters_of(craft: Craft) -> QuerySet[User]:
    """The active masters to whom this craft is assigned. Superusers judge nothing by being superusers."""
    users = get_users_with_perms(craft, only_with_perms_in=["judge_craft"], with_superusers=False)
    return cast("QuerySet[User]", users).filter(is_active=True)


def made(user: User, take: Take) -> bool:
    """Whether this user had the film made: froze its recipe or asked for its rendering."""
    return user.pk in (take.recipe.created_by_id, take.job.requested_by_id)


def may_judge(user: User | AnonymousUser, round_: Round) -> bool:
    """Whether this user may give a verdict in this round."""
    if not isinstance(user, User) or not user.is_active:
        return False
    asked = round_.assignments.filter(master=user).exists()
    craft = round_.spec.technique.craft
    return asked and masters_of(craft).filter(pk=user.pk).exists() and not made(user, round_.take)
