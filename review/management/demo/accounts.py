"""The accounts of the demonstration. Passwords are random and shown once, when the account is made."""

import secrets
from dataclasses import dataclass

from guardian.shortcuts import assign_perm

from archive.models import Bearer, Craft, User


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """A freshly made account with its password in clear, to be shown once."""

    username: str
    role: str
    password: str


def make_account(username: str, role: str, *, admin: bool = False) -> tuple[User, NewAccount | None]:
    """The account with this name, and its password if it was made just now."""
    existing = User.objects.filter(username=username).first()
    if existing is not None:
        return existing, None
    password = secrets.token_urlsafe(12)
    user = User(username=username, display_name=role, is_staff=admin, is_superuser=admin)
    user.set_password(password)
    user.save()
    return user, NewAccount(username=username, role=role, password=password)


def make_archivist(crafts: list[Craft]) -> tuple[User, NewAccount | None]:
    """The sample archivist, who may change the records of these crafts."""
    user, new = make_account("archivist", "档案员（示例）")
    for craft in crafts:
        assign_perm("archive.curate_craft", user, craft)
    return user, new


def make_master(bearer: Bearer, craft: Craft) -> tuple[User, NewAccount | None]:
    """The account of a sample bearer, who may judge takes of this craft only."""
    user, new = make_account(f"master-{craft.slug}", bearer.name_zh)
    assign_perm("archive.judge_craft", user, craft)
    if bearer.account_id != user.pk:
        user.large_print = True
        user.save(update_fields=["large_print"])
        bearer.account = user
        bearer.save(update_fields=["account"])
    return user, new
