"""Whether the rooms of following a person concern the reader. `{% load following %}`."""

from django import template

from maillon.accounts.models import Membership
from maillon.cases.rights import may_open

register = template.Library()


@register.filter
def follows_people(membership: Membership | None) -> bool:
    """Whether she works where people are followed, so that links to cases lead her somewhere."""
    return may_open(membership)
