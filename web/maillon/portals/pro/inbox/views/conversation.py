"""Messages with whoever reported, and notes that stay inside. Showing either is an opening, and is journalled."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.portals.components.posting import posted
from maillon.portals.pro.inbox.contact import contact_of
from maillon.portals.pro.inbox.facts import language_words
from maillon.portals.pro.inbox.finding import found
from maillon.portals.pro.inbox.forms.handling import MessageForm, NoteForm
from maillon.portals.pro.inbox.keyless import ask_for_key
from maillon.portals.pro.inbox.openings import reason_for
from maillon.portals.pro.inbox.page import tabs
from maillon.reports import services
from maillon.reports.models import Transmission
from maillon.reports.refusals import NotAllowed
from maillon.reports.rights import Ability, on_transmission
from maillon.reports.services import OpenedWords
from maillon.vault.refusals import CannotOpen


@reads
@require_http_methods(["GET", "POST"])
def messages(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """The sealed messages with whoever reported, and a new one."""
    transmission, form = found(request, transmission_id, Ability.READ_MESSAGES), MessageForm(posted(request))
    if form.is_valid() and _sent(request, transmission, form, _message(form)):
        return redirect("pro:transmission_messages", transmission_id=transmission.id)
    return _shown(request, transmission, form, "messages")


@reads
@require_http_methods(["GET", "POST"])
def notes(request: MemberRequest, transmission_id: UUID) -> HttpResponse:
    """The internal notes, and a new one."""
    transmission, form = found(request, transmission_id, Ability.READ_NOTES), NoteForm(posted(request))
    if form.is_valid() and _sent(request, transmission, form, services.write_note):
        return redirect("pro:transmission_notes", transmission_id=transmission.id)
    return _shown(request, transmission, form, "notes")


def _message(form: MessageForm) -> Callable[..., object]:
    return services.ask_more if form.cleaned_data["asks"] else services.write_message


def _sent(
    request: MemberRequest, transmission: Transmission, form: MessageForm | NoteForm, write: Callable[..., object]
) -> bool:
    try:
        write(transmission_id=transmission.id, text=form.cleaned_data["text"], by=request.membership, at=clock.now())
    except NotAllowed:
        raise Http404 from None
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return False
    return True


def _shown(request: MemberRequest, transmission: Transmission, form: MessageForm | NoteForm, side: str) -> HttpResponse:
    if reason_for(request, transmission.id) is None and not form.is_bound:
        return redirect("pro:transmission", transmission_id=transmission.id)
    try:
        words = _opened(request, transmission, side)
    except CannotOpen:
        return ask_for_key(request, transmission)
    ability = Ability.WRITE_MESSAGE if side == "messages" else Ability.WRITE_NOTE
    context = {
        "transmission": transmission,
        "tabs": tabs(request, transmission, side),
        "words": words,
        "form": form if ability in on_transmission(request.membership, transmission) else None,
        **(_reminder(request, transmission) if side == "messages" else {}),
    }
    return render(request, f"pro/inbox/{side}.html", context, status=422 if form.errors else 200)


def _reminder(request: MemberRequest, transmission: Transmission) -> dict[str, object]:
    """What somebody without an account asked for, shown to whoever is about to write to her; an opening like others."""
    reason = reason_for(request, transmission.id)
    if reason is None or not transmission.report.without_account:
        return {}
    raw = services.read_contact(
        transmission=transmission, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
    )
    return {"contact": contact_of(raw), "language": language_words(transmission.report.language)}


def _opened(request: MemberRequest, transmission: Transmission, side: str) -> list[OpenedWords]:
    reason = reason_for(request, transmission.id)
    if reason is None:
        # What was typed is shown again even where no reason was given, but then nothing is opened beside it.
        return []
    read = services.read_messages if side == "messages" else services.read_notes
    return read(
        transmission=transmission, by=request.membership, keyring=request.keyring, at=clock.now(), reason=reason
    )
