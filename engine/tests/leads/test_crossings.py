"""Where texts about drugs and adverts meet: shown with the places in both, worth nothing, raising nothing."""

from batches import document, led, quoted, reasons

REPORT = (
    "Riverain : un homme vend de la cocaïne devant le collège, véhicule AB-123-CD, on le joint au 06 39 98 12 34, "
    "d'après deux voisins."
)
NAMES = ("Camille", "Nadia", "Louise", "Inès")
SAID = "Studio calme au centre. Je suis {}, tél 06 39 98 12 3{}. Snap : lilas_orne"
ADVERTS = [document(place, SAID.format(name, 4 + place % 2), "Caen", place) for place, name in enumerate(NAMES)]


def test_a_number_in_a_report_and_in_adverts_is_shown_with_its_places_in_both():
    rows = [*ADVERTS, document(50, REPORT, "Caen", 1)]
    found, _ = led(rows)
    item = reasons(found[0])["drug_crossing"]
    assert (item["evidence_class"], item["bits"]) == ("weak", 0)
    assert item["statement"].startswith("Croisement : un même numéro figure dans 1 texte qui parle de drogue et dans 2")
    assert {span["id"] for span in item["spans"]} >= {"d0050", "d0000"}
    assert {"cocaïne", "06 39 98 12 34"} <= set(quoted(rows, item))
    assert [span["id"] for span in item["spans"]].index("d0000") <= 2


def test_it_adds_nothing_to_the_order_of_leads():
    with_report, _ = led([*ADVERTS, document(50, REPORT, "Caen", 1)])
    assert sum(item["bits"] for item in with_report[0]["evidence"] if item["code"].startswith("drug")) == 0


def test_a_crossing_alone_is_no_lead():
    alone = [
        document(0, "Studio calme. Je suis Camille, tél 06 39 98 12 34", "Caen", 1),
        document(1, REPORT, "Caen", 1),
    ]
    assert led(alone)[0] == []


def test_an_emoji_alone_means_nothing():
    rows = [*ADVERTS, document(50, "Belle journée ❄️🍀💊🐴 au 06 39 98 12 34", "Caen", 1)]
    found, _ = led(rows)
    assert not {code for code in reasons(found[0]) if code.startswith("drug")}
