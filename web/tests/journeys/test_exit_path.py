"""From a case to the first renewal of an exit path, by way of the commission: on the screens of everybody involved.

Each screen is judged on a phone and at a desk, whoever it is for, and can be used on both.
"""

from playwright.sync_api import expect

from tests.journeys import commission
from tests.journeys.both_widths import AtBothWidths
from tests.journeys.browsers import DESKTOP, PHONE
from tests.journeys.commission import Secretary, today
from tests.journeys.days import go_by
from tests.journeys.pages import NUMBER
from tests.journeys.prefecture import Prefecture

PAPERS = (
    "Identité",
    "Situation administrative",
    "Actions prévues",
    "Attestation sur l’honneur",
    "Avis de l’association",
)
NAME = "Inventée"
HER = "Zélie"


def opens_a_path(worker, her, prefecture):
    """She wants to hear of it. Returns the number that the préfecture will know the path by."""
    worker.enters_as("Lou Garnier")
    worker.follows("Parcours")
    worker.sees("Un parcours s’ouvre pour une personne majeure")
    worker.follows(her)
    worker.ticks(prefecture.name)
    worker.presses("Commencer")
    worker.sees("Expliquez-lui maintenant")
    worker.follows("Expliquer ce que cela change pour elle")
    worker.sees("vous l’arrêtez, notre aide continue")
    worker.answers("Comment l’avez-vous expliqué", "de vive voix")
    worker.presses("Noter que c’est expliqué")
    worker.sees("Si elle le veut")
    return NUMBER.search(worker.main.locator("h1").inner_text()).group()


def agrees(worker, label):
    """The day stands there already."""
    worker.answers("Comment a-t-elle donné son accord", "de vive voix")
    worker.presses(label)


def writes_who_she_is(worker):
    """Two pieces, the first with a gap."""
    worker.follows("Identité")
    worker.presses("Sceller cette pièce")
    worker.sees("à corriger")
    worker.types("Son nom", NAME)
    worker.types("Sa date de naissance", "1996-02-29")
    worker.answers("A-t-elle une pièce d’identité", "perdu")
    worker.types("S’il n’y en a pas, pourquoi", "Perdue en route.")
    worker.presses("Sceller cette pièce")
    worker.follows("Situation administrative")
    for label in ("Sa situation administrative", "Sa situation familiale", "Sa situation sociale"):
        worker.types(label, "Hébergée, suivie depuis un an.")
    worker.answers("Son droit au séjour", "(APS)")
    worker.presses("Sceller cette pièce")


def reads_over_who_she_is(worker):
    """The same two pieces, taken over from the file before."""
    worker.follows("Identité")
    expect(worker.page.get_by_label("Son nom")).to_have_value(NAME)
    worker.presses("Sceller cette pièce")
    worker.follows("Situation administrative")
    worker.sees("Repris du dossier précédent")
    worker.presses("Sceller cette pièce")


def writes_what_is_planned(worker):
    """What both sides commit to, what she declares, what the association advises: one piece leads to the next."""
    worker.follows("Écrire «")
    worker.types("Pour se loger", "Une place en foyer.")
    worker.types("Ce à quoi l’association s’engage", "Un rendez-vous chaque semaine.")
    worker.types("Ce à quoi elle s’engage", "Y venir.")
    worker.types("Signé par les deux", today())
    worker.presses("Sceller cette pièce")
    worker.follows("Écrire «")
    worker.types("Quel jour l’a-t-elle signée", today())
    worker.types("À quel endroit", "Alençon")
    worker.ticks("On lui a lu l’attestation")
    worker.presses("Sceller cette pièce")
    worker.follows("Écrire «")
    worker.answers("L’avis de votre association", "Favorable")
    worker.types("Pourquoi", "Elle avance.")
    worker.presses("Sceller cette pièce")


def asks_for_the_aid(worker):
    worker.follows("Aide financière")
    worker.types("Son âge", "30")
    worker.answers("Son droit au séjour et au travail", "(APS)")
    worker.answers("Le mois passé", "Oui")
    worker.answers("Perçoit-elle le RSA", "Non")
    worker.types("Combien d’enfants", "2")
    worker.presses("Simuler et demander l’aide")
    worker.sees("Les conditions semblent réunies", "à confirmer", "Ne promettez pas ce chiffre")
    worker.follows("Revenir au dossier")


def hands_it_over(worker, prefecture):
    worker.follows("Remettre à la préfecture")
    worker.sees(prefecture.name)
    agrees(worker, "Elle accepte")
    worker.sees("Le dossier est remis", "rien n’est décompté ici")


def asks_for_entry(worker, prefecture):
    """From her yes to a whole file at the préfecture."""
    worker.follows("Préparer la demande d’entrée")
    agrees(worker, "Ouvrir le dossier")
    worker.sees(*PAPERS, "à écrire", "facultative")
    writes_who_she_is(worker)
    writes_what_is_planned(worker)
    asks_for_the_aid(worker)
    hands_it_over(worker, prefecture)


def instructs(officer, path, kind):
    officer.follows("Parcours")
    officer.leads_on(officer.main.locator("tr", has_text=path).filter(has_text=kind).get_by_role("link"))
    officer.does_not_see(NAME)
    officer.ticks("J’instruis la demande")
    officer.presses("Ouvrir", exact=True)
    officer.sees(NAME, "Une place en foyer.")
    officer.follows("La demande")


def grants(officer, *, with_aid):
    officer.follows("Accorder")
    officer.types("Décision du", today())
    if with_aid:
        officer.answers("L’aide financière", "Accordée")
    officer.presses("Noter l’accord du préfet")
    officer.sees("La décision est notée", "Accordé du")


def tells_her(worker, path):
    """She learns that it is granted, and the path runs."""
    worker.follows("Parcours")
    worker.follows(path)
    worker.sees("accordé, pas encore commencé")
    worker.follows("Noter qu’elle sait que c’est accordé")
    worker.presses("Noter qu’elle le sait")
    worker.sees("le parcours court", "Ce qui est accordé", "inclus")


def asks_for_a_renewal(worker, prefecture):
    worker.goes_to(worker.at.partition("?")[0])
    worker.sees("La fin approche")
    worker.follows("Préparer un renouvellement")
    agrees(worker, "Ouvrir le dossier")
    worker.follows("Bilan des six mois")
    worker.types("Ce qui a été fait", "Un logement.")
    worker.types("Les difficultés rencontrées", "Une longue maladie.")
    worker.presses("Sceller cette pièce")
    reads_over_who_she_is(worker)
    writes_what_is_planned(worker)
    hands_it_over(worker, prefecture)


def notes_an_opinion(officer):
    """Of a meeting that was not kept in Maillon."""
    officer.follows("Noter l’avis de la commission")
    officer.ticks("Favorable")
    officer.types("Rendu quel jour", today())
    officer.presses("Noter l’avis")
    officer.sees("L’avis est noté")


def sits(secretary, member, presenter, path, product):
    """The commission, from its first seat to its minutes."""
    secretary.enters()
    secretary.sets_up()
    secretary.convokes(path)
    sacha, eden = commission.SEATED[commission.GENDARMERIE][0], commission.SEATED[commission.ASSOCIATION][0]
    commission.pledges(member, sacha, secretary.of)
    commission.pledges(presenter, eden, secretary.of)
    go_by(product, 7, secretary.of.name)
    secretary.opens()
    file = commission.reads_the_file(member, path, NAME)
    commission.is_kept_from(presenter, path)
    secretary.notes_an_interest(path)
    secretary.counts_the_voices()
    commission.disagrees(member)
    secretary.closes()
    commission.finds_it_shut(member, file)
    secretary.draws_the_minutes(path)


def test_from_a_case_by_way_of_the_commission_to_the_first_renewal(open_page, product):
    prefecture = Prefecture("Préfecture du Bocage (inventée)", "Ariel Laurent", "Loan Leroux")
    product.runs("tests.journeys.prefecture", prefecture.name, prefecture.secretary, prefecture.chair, HER)

    def before(screen):
        return AtBothWidths(open_page(viewport=screen), product.pro_url)

    worker, secretary = before(PHONE), Secretary(before(DESKTOP), prefecture)
    path = opens_a_path(worker, HER, prefecture)
    asks_for_entry(worker, prefecture)
    sits(secretary, before(PHONE), before(DESKTOP), path, product)
    officer = secretary.at
    instructs(officer, path, "entrée dans le parcours")
    grants(officer, with_aid=True)
    secretary.follows_up(path)
    tells_her(worker, path)
    go_by(product, 130, prefecture.name)
    asks_for_a_renewal(worker, prefecture)
    instructs(officer, path, "renouvellement")
    notes_an_opinion(officer)
    grants(officer, with_aid=False)
    worker.follows("Parcours")
    worker.follows(path)
    worker.sees("Ce qui est accordé", "24 mois au plus en tout")
    expect(worker.main.locator("section", has_text="Ce qui est accordé").locator("li")).to_have_count(2)
