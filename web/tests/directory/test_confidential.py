"""A shelter's address is stored nowhere: the database refuses it, whichever comes first."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from maillon.base.enums import Confidence
from maillon.base.ids import new_id
from maillon.directory.enums import Need, ZoneKind
from maillon.directory.models import Place, Provider, Service
from maillon.territories.models import Commune, Departement

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    departement = Departement.objects.get_or_create(code="61", defaults={"name": "Orne"})[0]
    return Commune.objects.create(code="61999", name="Essai", departement=departement, search_key="essai")


def service(**changes):
    now = timezone.now()
    provider = Provider.objects.create(id=new_id(), name="Association d’essai", changed_at=now)
    facts = {
        "id": new_id(), "provider": provider, "name": "Abri", "needs": [Need.SHELTER], "zone": ["D61"],
        "zone_kind": ZoneKind.DEPARTEMENT, "confidence": Confidence.UNCONFIRMED, "due_on": now.date(),
        "changed_at": now, "search_key": "abri", "is_confidential": True,
    }  # fmt: skip
    return Service.objects.create(**facts | changes)


def test_a_confidential_service_takes_no_place(commune):
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.create(id=new_id(), service=service(), commune=commune)


def test_a_service_with_a_place_does_not_become_confidential(commune):
    open_one = service(is_confidential=False)
    Place.objects.create(id=new_id(), service=open_one, commune=commune)
    open_one.is_confidential = True
    with pytest.raises(IntegrityError), transaction.atomic():
        open_one.save()


def test_without_a_place_it_does(commune):
    open_one = service(is_confidential=False)
    open_one.is_confidential = True
    open_one.save()
    assert Service.objects.get(pk=open_one.pk).is_confidential
