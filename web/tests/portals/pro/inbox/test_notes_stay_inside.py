"""Internal notes never reach whoever reported: over every address that she can ask for."""

from itertools import product

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from maillon.reports import services
from tests.accounts.factories import sign_in
from tests.reports.acting import act, open_as

pytestmark = pytest.mark.guardrail
CANARY = "canari-note-9036"


def every_name():
    """The names of all routes, with their namespaces."""
    found = []

    def walk(patterns, prefix):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
                walk(pattern.url_patterns, space)
            elif pattern.name:
                found.append((prefix + pattern.name, sorted(pattern.pattern.converters)))

    walk(get_resolver().url_patterns, "")
    # Included lists without a namespace carry their arguments in the outer pattern: none here has any.
    return found


def every_address(keys):
    """Every address of the process that the keys can fill in, whichever argument they stand for."""
    for name, arguments in every_name():
        for values in product(keys, repeat=len(arguments)):
            try:
                yield reverse(name, kwargs=dict(zip(arguments, values, strict=True)))
            except NoReverseMatch:
                continue


def test_whoever_reported_finds_no_note_at_any_address(orne, sent):
    open_as(orne.council.reader, sent)
    note = act(services.write_note, orne.council, sent, text=CANARY)
    act(services.write_message, orne.council, sent, text="Bien reçu.")
    author = sign_in(Client(), orne.firefighter.membership)
    author.raise_request_exception = False
    keys = [sent.id, sent.report_id, note.id, note.item_id, "signalement", "61001"]
    addresses = set(every_address(keys))
    assert len(addresses) > 50
    answers = {address: author.get(address, follow=True) for address in sorted(addresses)}
    shown = [address for address, answer in answers.items() if CANARY in answer.content.decode(errors="replace")]
    assert shown == []
    # The walk reaches what she may see, or it would prove nothing.
    assert any("Bien reçu." in answer.content.decode(errors="replace") for answer in answers.values())


def test_nor_does_a_word_of_it_stand_in_any_notice(orne, sent, mailoutbox):
    open_as(orne.council.reader, sent)
    act(services.write_note, orne.council, sent, text=CANARY)
    from procrastinate.contrib.django.models import ProcrastinateJob

    assert CANARY not in "".join(str(job.args) for job in ProcrastinateJob.objects.all())
    assert mailoutbox == []
