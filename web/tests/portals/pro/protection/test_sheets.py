"""A coordination sheet, from the council to the secretariat and back out of reach."""

from django.urls import reverse

from maillon.protection.models import PathSheet
from tests.protection.factories import sheet_of, started, submitted

TEXT = {"situation": "Une mineure en fugue.", "done": "Un foyer.", "asked": "Où peut-elle être accueillie ?"}


def page(client, name, *keys):
    return client.get(reverse(f"pro:{name}", args=keys), follow=True).content.decode()


def post(client, name, *keys, **typed):
    return client.post(reverse(f"pro:{name}", args=keys), typed)


def test_written_without_a_name_submitted_read_and_withdrawn(council, secretary, place):
    row = started(place)
    named = post(council, "path_sheet_write", row.pk, **{**TEXT, "situation": "Lune est en fugue."})
    assert named.status_code == 422
    assert "Retirez : Lune" in named.content.decode()
    assert "Lune est en fugue." in named.content.decode()
    post(council, "path_sheet_write", row.pk, **TEXT)
    sheet = PathSheet.objects.get()
    assert sheet.number in page(council, "path_sheets")
    assert sheet.number not in page(secretary, "path_sheets")
    assert secretary.get(reverse("pro:path_sheet", args=[sheet.pk])).status_code == 404

    post(council, "path_sheet_submit", sheet.pk)
    assert sheet.number in page(secretary, "path_sheets")
    closed = page(secretary, "path_sheet_content", sheet.pk)
    assert TEXT["situation"] not in closed
    assert post(secretary, "path_sheet_open", sheet.pk).status_code == 422
    post(secretary, "path_sheet_open", sheet.pk, reason="deciding")
    told = page(secretary, "path_sheet_content", sheet.pk)
    assert all(text in told for text in TEXT.values())
    assert reverse("pro:assessment", args=[row.pk]) not in page(secretary, "path_sheet", sheet.pk)
    assert secretary.get(reverse("pro:path_sheet_withdraw", args=[sheet.pk])).status_code == 404

    assert "ni le secrétariat" in page(council, "path_sheet_withdraw", sheet.pk)
    post(council, "path_sheet_withdraw", sheet.pk)
    assert secretary.get(reverse("pro:path_sheet_content", args=[sheet.pk])).status_code == 404
    assert "Retirée le" in page(council, "path_sheet", sheet.pk)


def test_where_no_secretariat_takes_part_that_is_said(council, place):
    place.prefecture.organisation.is_active = False
    place.prefecture.organisation.save()
    sheet = sheet_of(place, started(place))
    refused = post(council, "path_sheet_submit", sheet.pk)
    assert refused.status_code == 409
    assert "secrétariat de la commission" in refused.content.decode()


def test_others_find_no_sheet(place, signed_in_client):
    sheet = submitted(place, started(place))
    for house in (place.orne.police, place.orne.association):
        client = signed_in_client(house.reader.membership)
        assert client.get(reverse("pro:path_sheets")).status_code == 404
        for name in ("path_sheet", "path_sheet_content"):
            assert client.get(reverse(f"pro:{name}", args=[sheet.pk])).status_code == 404
