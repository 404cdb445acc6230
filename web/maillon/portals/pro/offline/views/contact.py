"""A device in contact again: whether it may go on, what it needs to seal, and what it has written meanwhile."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from maillon.accounts import devices, services
from maillon.accounts.http import MemberRequest, may_report
from maillon.accounts.models import Device, Membership
from maillon.accounts.rules import browser_name
from maillon.base import clock
from maillon.base.errors import Refusal
from maillon.reports.services import Arrived, receive
from maillon.vault.selectors import device_keys

# Several times what the form can hold once it is sealed and written as base64.
_LARGEST = 256 * 1024
# Sent when a device is over. Its script empties it as well: not every browser heeds the header. Cookies are left: the
# one of the device signs nobody in, and has it told again at its next contact should anything fail half way.
_CLEAR = '"cache", "storage"'


@require_GET
def state(request: HttpRequest) -> HttpResponse:
    """Whether the device may go on (410: it must empty itself), and whether somebody is signed in who can send.

    A session that ran out is no reason to lose what was written: only a device that was ended is emptied.
    """
    device = devices.device_in(request)
    if device is not None and _is_over(device):
        return JsonResponse({"ended": True}, status=410, headers={"Clear-Site-Data": _CLEAR})
    membership = _reporter(request)
    known = {"signed_in": membership is not None, "device": _whose(device, membership)}
    if membership is not None:
        known["csrf"] = get_token(request)
    response = JsonResponse(known)
    if device is not None:
        services.see_device(device=device, at=clock.now())
        devices.give_cookie(response, devices.token_in(request))
    return response


def _is_over(device: Device) -> bool:
    return device.ended_at is not None or device.membership.ended_at is not None


def _reporter(request: HttpRequest) -> Membership | None:
    membership: Membership | None = getattr(request, "membership", None)
    return membership if getattr(request, "keyring", None) is not None else None


def _whose(device: Device | None, membership: Membership | None) -> str:
    if device is None:
        return "unknown"
    return "mine" if membership is None or device.membership_id == membership.pk else "other"


@require_POST
@may_report
def install(request: MemberRequest) -> HttpResponse:
    """Takes the browser in as a device of the member, and gives it what it seals with and what the law sees in her."""
    membership = request.membership
    keys = device_keys(membership.member_id)
    # Whoever can report has a key.
    assert keys is not None
    answer = JsonResponse(
        {
            "intake": b64encode(keys.intake).decode(),
            "member": b64encode(keys.member).decode(),
            "trade": membership.organisation.kind,
            "statuses": sorted(membership.organisation.reporter_statuses),
        }
    )
    device = devices.device_in(request)
    if device is None or _is_over(device) or device.membership_id != membership.pk:
        browser = browser_name(request.headers.get("User-Agent", ""))
        token = services.register_device(by=membership, browser=browser, at=clock.now())
        devices.give_cookie(answer, token)
    return answer


@require_POST
@may_report
def send(request: MemberRequest) -> HttpResponse:
    """Takes one sealed report over as a draft of the member, who reads it again and sends it herself (G11).

    Once it has answered 200, the device may let go of its copy. 422 for what does not open: the device keeps it.
    """
    try:
        offered_id, parcel = UUID(request.POST.get("id", "")), _parcel(request.POST.get("parcel", ""))
    except ValueError:
        return JsonResponse({"refused": "malformed"}, status=422)
    try:
        arrived = receive(
            offered_id=offered_id, parcel=parcel, by=request.membership, keyring=request.keyring, at=clock.now()
        )
    except Refusal as refusal:
        return JsonResponse({"refused": str(refusal)}, status=422)
    return JsonResponse(_told(arrived))


def _parcel(written: str) -> bytes:
    if len(written) > _LARGEST:
        raise ValueError
    try:
        return b64decode(written, validate=True)
    except NotBase64:
        raise ValueError from None


def _told(arrived: Arrived) -> dict[str, str | None]:
    return {
        "standing": arrived.standing.value,
        "address": reverse("pro:report_resume", args=[arrived.draft_id]),
        "beside": reverse("pro:report_resume", args=[arrived.beside]) if arrived.beside else None,
    }
