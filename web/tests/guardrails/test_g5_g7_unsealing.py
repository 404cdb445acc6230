"""G5 and G7: there is one door to sealed content, it needs a holder's key, and it is on the record."""

import ast
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

import maillon
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault import services
from tests.vault.factories import AT, acting, member, organisation

pytestmark = pytest.mark.guardrail("G5", "G7")
ROOT = Path(maillon.__file__).parent
# Envelopes that are no sealed items, under keys that are no content keys: a session's keyring, whose key only the
# browser has, and what the browser carries of an answer typed after the session had run out.
NOT_ITEMS = {"accounts/unlocked.py", "portals/components/held.py", "speaking/sessions.py"}


def users_of(name, sources=None):
    """The modules that name a function at all, in whatever way they came by it."""
    sources = sources or {str(path.relative_to(ROOT)): path.read_text() for path in ROOT.rglob("*.py")}
    return {module for module, source in sources.items() if name in set(names(ast.parse(source)))}


def names(tree):
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield name
            case ast.Constant(value=str(text)):
                yield text


def of_vault(*modules):
    return {f"vault/{module}.py" for module in modules}


def test_content_keys_come_out_of_their_wrapping_in_the_services_of_the_vault_only():
    allowed = of_vault("crypto", "services/opening", "services/organisations", "services/resealing")
    assert users_of("unwrap_key") == allowed


def test_envelopes_are_opened_in_the_services_of_the_vault_only():
    allowed = of_vault("crypto", "services/members", "services/opening") | NOT_ITEMS
    assert users_of("open_content") == allowed
    for module in NOT_ITEMS:
        assert not {"SealedItem", "Grant", "KeyShare"} & set(names(ast.parse((ROOT / module).read_text())))


def test_nobody_else_reaches_for_libsodium_or_the_rows_that_hold_keys():
    assert users_of("ENVELOPES") == of_vault("crypto", "envelopes")
    for row in ("KeyShare", "MemberSecret", "Grant"):
        outside = {module for module in users_of(row) if not module.startswith("vault/")}
        assert outside == set(), row


@pytest.mark.parametrize(
    "source",
    [
        "from maillon.vault.crypto import unwrap_key",
        "from maillon.vault import crypto\nx = crypto.unwrap_key(a, b, c)",
        "x = getattr(crypto, 'unwrap_key')",
    ],
)
def test_the_check_would_see_another_door(source):
    assert users_of("unwrap_key", {"portals/pro/door.py": source}) == {"portals/pro/door.py"}


@pytest.mark.django_db
def test_each_way_of_opening_what_others_can_open_leaves_a_line():
    reader = member()
    ours = organisation(reader)
    item = services.seal(
        plaintext=b"text", kind="k", subject_id=uuid4(), organisations=[ours], members=[reader.member_id], at=AT
    )
    ways = [
        lambda: services.open_item(
            item=item, keyring=reader, organisation_id=ours, by=acting(reader, ours), at=AT, reason="r"
        ),
        lambda: services.open_item(
            item=item, keyring=reader, organisation_id=None, by=acting(reader, ours), at=AT, reason="r"
        ),
        lambda: services.open_items(
            items=[item], keyring=reader, organisation_id=ours, by=acting(reader, ours), at=AT, reason="r"
        )[item.pk],
    ]
    for count, way in enumerate(ways, start=1):
        assert way() == b"text"
        assert Line.objects.filter(action=Action.UNSEALED, subject_id=item.subject_id).count() == count


@pytest.mark.django_db
def test_no_table_holds_what_was_sealed_nor_what_opens_it():
    canary, passphrase = "canari-3f9a à la gare", "canari phrase de passe"
    reader = member(passphrase)
    ours = organisation(reader)
    subject_id = uuid4()
    item = services.seal(plaintext=canary.encode(), kind="k", subject_id=subject_id, organisations=[ours], at=AT)
    services.open_item(item=item, keyring=reader, organisation_id=ours, by=acting(reader, ours), at=AT, reason="r")
    dump = "".join(rows_of(table) for table in connection.introspection.table_names())
    assert str(item.pk) in dump
    for secret in (canary.encode(), passphrase.encode(), reader.private_key):
        assert secret.hex() not in dump
        assert secret.decode(errors="replace") not in dump


def rows_of(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT row::text FROM "{table}" AS row')
        return "\n".join(text for (text,) in cursor.fetchall())
