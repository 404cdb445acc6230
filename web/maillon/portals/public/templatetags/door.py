"""What stands around every page of the public door."""

from django import template
from django.conf import settings

from maillon.guidance import rulebook
from maillon.guidance.records import Contact
from maillon.portals.public import languages

register = template.Library()


@register.simple_tag
def urgent_contacts() -> list[Contact]:
    """The emergency numbers, in the order of the data."""
    return [contact for contact in rulebook.load().contacts.values() if contact.emergency]


@register.simple_tag
def exit_url() -> str:
    """Where somebody is taken who leaves at once."""
    return str(settings.EXIT_URL)


@register.simple_tag
def waits_for_review(language: str) -> bool:
    """Whether nobody who speaks that language has read its texts yet."""
    return not languages.reviewed(language)
