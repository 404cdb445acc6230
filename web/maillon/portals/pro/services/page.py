"""A service's page: put together for showing it, and for showing it again with what went wrong."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.accounts.http import MemberRequest
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.base.opening import opening
from maillon.directory.models import Service
from maillon.directory.rights import Ability
from maillon.portals.pro.services.belief import belief
from maillon.portals.pro.services.finding import abilities
from maillon.portals.pro.services.shown import facts, places
from maillon.portals.pro.services.words import open_words

# What the address says was just done, and the words for it.
_DONE_WORDS: dict[str, str | Promise] = {
    "fiche": _("La fiche est enregistrée. Elle est à jour à partir d’aujourd’hui."),
    "confirmee": _("Merci. La fiche est confirmée à partir d’aujourd’hui."),
    "repondu": _("Merci. C’est noté : on a répondu."),
    "silence": _("Merci. C’est noté : personne n’a répondu."),
    "places": _("Le nombre de places est enregistré."),
    "fin": _("C’est noté : ce service a pris fin. Il n’est plus proposé."),
    "rouverte": _("La fiche est rouverte. Relisez-la, puis confirmez-la."),
}


def page_of(
    request: MemberRequest, service: Service, *, done: str = "", refusal: Refusal | None = None
) -> HttpResponse:
    """The page. With a refusal, it says so and answers 409."""
    at = clock.now()
    can = abilities(request, service)
    context = {
        "service": service,
        "can": {ability.value: True for ability in can},
        "done": _DONE_WORDS.get(done, ""),
        "refusal": refusal.message if refusal else "",
        "facts": facts(service),
        "places": places(service),
        "belief": belief(service, at, timezone.localdate(at)),
        "open": open_words(opening(service.hours, at), at),
        "proposal": service.zone_proposals.filter(decided="").first() if Ability.DECIDE_ZONE in can else None,
        "now": at,
    }
    return render(request, "pro/services/service.html", context, status=409 if refusal else 200)


def back(service: Service, done: str) -> HttpResponse:
    """To the page, which says what was done."""
    return redirect(f"{reverse('pro:service', args=[service.pk])}?fait={done}")
