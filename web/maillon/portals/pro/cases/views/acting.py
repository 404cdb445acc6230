"""Any act on a case: its form, shown and taken."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, View, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.cases.models import Entry
from maillon.cases.refusals import NotAllowed
from maillon.portals.components.posting import posted
from maillon.portals.pro.cases.acting import Act, ActForm, Acting
from maillon.portals.pro.cases.finding import back, follows, found_case
from maillon.portals.pro.cases.openings import reason_for
from maillon.vault.refusals import CannotOpen


def view_of(act: Act) -> View[Any]:
    """The view of one act. It takes the key of a case and, for an act about an entry, that entry's."""

    @reads
    @follows
    @require_http_methods(["GET", "POST"])
    def view(request: MemberRequest, case_id: UUID, entry_id: UUID | None = None) -> HttpResponse:
        case = found_case(request, case_id, act.ability)
        entry = _entry(act, case_id, entry_id)
        acting = Acting(request, case, clock.now(), entry)
        if act.opened and reason_for(request, case.pk) is None:
            return redirect("pro:case", case_id=case.pk)
        try:
            form = act.form(posted(request), acting=acting)
            return _answer(act, acting, form) if request.method == "POST" else _ask(act, acting, form)
        except CannotOpen:
            return render(request, "pro/cases/keyless.html")

    return view


def _entry(act: Act, case_id: UUID, entry_id: UUID | None) -> Entry | None:
    if not act.about or entry_id is None:
        return None
    entry = Entry.objects.filter(pk=entry_id, case_id=case_id, kind=act.about, erased_at=None).first()
    if entry is None:
        raise Http404
    return entry


def _answer(act: Act, acting: Acting, form: ActForm) -> HttpResponse:
    if form.is_valid():
        try:
            act.run(acting, {**form.cleaned_data, "form": form})
        except NotAllowed:
            raise Http404 from None
        except CannotOpen:
            raise
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            if act.page == "cases":
                return redirect(f"{reverse('pro:cases')}?fait={act.name}")
            return back(act.page, act.name, acting.case.pk)
    return _ask(act, acting, form, status=422)


def _ask(act: Act, acting: Acting, form: ActForm, *, status: int = 200) -> HttpResponse:
    context = {
        "act": act,
        "case": acting.case,
        "form": form,
        "leads_back": "case" if act.page == "cases" else act.page,
        "obstacle": act.obstacle(form),
    }
    return render(acting.request, act.template, context, status=status)
