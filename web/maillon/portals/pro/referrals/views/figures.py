"""What became of the referrals of a period: numbers, the small ones held back (G9)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.referrals import selectors
from maillon.referrals.enums import RefusalReason
from maillon.referrals.selectors import Figures

_OURS, _ALL = "ours", "all"


class PeriodForm(forms.Form):
    """Sent by GET: which days, and whose referrals."""

    days = forms.TypedChoiceField(
        label=_("Période"),
        choices=[(90, _("Trois derniers mois")), (365, _("Douze derniers mois")), (1095, _("Trois dernières années"))],
        coerce=int,
    )
    whose = forms.ChoiceField(
        label=_("Orientations"),
        choices=[(_OURS, _("De votre organisation")), (_ALL, _("De toutes les organisations"))],
    )


@reads
@require_GET
def figures(request: MemberRequest) -> HttpResponse:
    """Time to the first answer and contact, states, answers by reason. What is not understood filters nothing."""
    form = PeriodForm({"days": 365, "whose": _OURS, **request.GET.dict()})
    given: dict[str, Any] = form.cleaned_data if form.is_valid() else {"days": 365, "whose": _OURS}
    at = clock.now()
    found = selectors.figures(
        since=at - timedelta(days=given["days"]),
        until=at,
        organisation_id=request.membership.organisation_id if given["whose"] == _OURS else None,
    )
    answers = list(_answers(found))
    context = {
        "form": form,
        "figures": found,
        "answers": answers,
        "most": max((count for _label, count in answers if count), default=1),
        "states": [(state.label, count) for state, count in found.by_state.items()],
    }
    return render(request, "pro/referrals/figures.html", context)


def _answers(found: Figures) -> Iterator[tuple[str | Promise, int | None]]:
    yield _("Acceptée"), found.accepted
    for reason in RefusalReason:
        yield reason.label, found.by_reason[reason]
    yield _("Restée sans réponse"), found.silent
