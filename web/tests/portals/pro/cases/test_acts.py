"""Each act is a short form of its own: taken, shown, refused with words; and nobody else gets in."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from maillon.cases import services
from maillon.cases.enums import (
    ActionState,
    AppointmentState,
    Area,
    CaseState,
    ClosingReason,
    CorrectionState,
    Doer,
    EntryKind,
    GoalState,
    Means,
    NeedLevel,
    Violence,
)
from maillon.cases.models import Action, Appointment, Contact, Correction, Document, Entry, Goal, Incident, Need
from maillon.portals.pro.cases.acts import ACTS
from tests.cases import pdfs
from tests.cases.factories import acting, open_case, read
from tests.portals.pro.cases.conftest import page
from tests.reports.factories import AT

TODAY = AT.date()


def in_days(count: int) -> str:
    return (TODAY + dt.timedelta(days=count)).isoformat()


def test_a_need_is_seen_with_her_shown_in_words_and_seen_anew(opened, case, at):
    assert opened.post(at("case_need"), {"area": "housing"}).status_code == 422
    opened.post(at("case_need"), {"area": "housing", "level": "wanted", "text": "Une chambre à elle."})
    shown = page(opened, at())
    assert "elle veut de l’aide" in shown
    assert "Une chambre à elle." in shown
    assert 'value="housing" id="id_area_1" checked' in " ".join(
        page(opened, at("case_need"), domaine="housing").replace("required", "").split()
    )
    opened.post(at("case_need"), {"area": "housing", "level": "met"})
    assert "Une chambre à elle." not in page(opened, at())
    assert "remplacé depuis" in page(opened, at("case_timeline"))
    assert Need.objects.count() == 2


def test_what_she_wants_leads_to_an_action_and_both_end(opened, at):
    opened.post(at("case_goal"), {"text": "Revoir mes enfants."})
    goal = Goal.objects.get()
    assert str(goal.pk) in page(opened, at("case_action"), objectif=goal.pk)
    action = {"text": "Appeler le juge.", "doer": "together", "due_on": in_days(3), "goal": goal.pk}
    opened.post(at("case_action"), action)
    assert Action.objects.get().goal == goal
    shown = page(opened, at())
    assert shown.index("Revoir mes enfants.") < shown.index("Appeler le juge.")
    opened.post(at("case_action_end", Action.objects.get().pk), {"state": "done"})
    opened.post(at("case_goal_end", goal.pk), {"state": "reached"})
    assert Action.objects.get().state == ActionState.DONE
    assert Goal.objects.get().state == GoalState.REACHED
    assert "Objectifs atteints ou abandonnés" in page(opened, at())


def test_an_action_in_the_past_is_refused_in_words_and_what_was_typed_stays(opened, at):
    answer = opened.post(at("case_action"), {"text": "Appeler.", "doer": "worker", "due_on": in_days(-1)})
    assert answer.status_code == 422
    assert "Cette date n’est pas possible" in answer.content.decode()
    assert "Appeler." in answer.content.decode()


def test_an_appointment_is_neutral_in_a_calendar_and_said_what_became_of(opened, at):
    typed = {"day": in_days(2), "time": "10:30", "minutes": "45", "text": "Chez l’avocate"}
    opened.post(at("case_appointment"), typed)
    appointment = Appointment.objects.get()
    file = opened.get(at("case_calendar", appointment.pk))
    assert file["Content-Type"].startswith("text/calendar")
    assert "avocate" not in file.content.decode()
    assert "Chez l’avocate" in page(opened, at())
    # Nothing has become of it before it begins.
    end = at("case_appointment_end", appointment.pk)
    assert opened.post(end, {"state": "held"}).status_code == 422
    opened.post(end, {"state": "cancelled"})
    assert Appointment.objects.get().state == AppointmentState.CANCELLED


def test_contacts_made_and_missed(opened, case, at):
    opened.post(at("case_contact"), {"made": "no", "means": "phone", "happened_on": in_days(-1)})
    assert "Essai de contact par téléphone, sans réponse" in page(opened, at("case_timeline"))
    assert (
        opened.post(at("case_contact"), {"made": "yes", "means": "phone", "happened_on": in_days(1)}).status_code == 422
    )
    opened.post(
        at("case_contact"), {"made": "yes", "means": "meeting", "happened_on": in_days(0), "text": "Elle va mieux."}
    )
    assert list(Contact.objects.order_by("entry__written_at").values_list("made", flat=True)) == [False, True]


def test_what_happened_today_is_never_a_moment_to_come_while_the_clock_runs(opened, at, time_machine):
    time_machine.move_to(AT, tick=True)
    today = {"happened_on": in_days(0)}
    assert opened.post(at("case_contact"), {"made": "yes", "means": "phone", **today}).status_code == 302
    assert opened.post(at("case_note"), {"text": "Aujourd’hui.", **today}).status_code == 302
    agreed = {"purpose": "keeping", "language": "fr", "act": "agreed", "how": "spoken", "given_on": in_days(0)}
    assert opened.post(at("case_consent"), agreed).status_code == 302


def test_a_note_may_be_dated_and_is_sealed(opened, case, at):
    opened.post(at("case_note"), {"text": "canari-note-3391", "happened_on": in_days(-4)})
    entry = Entry.objects.get(kind=EntryKind.NOTE)
    assert entry.happened_at.date() == TODAY - dt.timedelta(days=4)
    assert b"canari-note-3391" not in bytes(entry.item.envelope)
    assert "canari-note-3391" in page(opened, at("case_timeline"))
    assert "canari-note-3391" not in page(opened, at("case_timeline"), kind="need")


def test_a_note_is_written_anew_and_what_stood_stays_readable_as_replaced(opened, case, at):
    opened.post(at("case_note"), {"text": "Elle arrive en mars."})
    again = at("case_note_again", Entry.objects.get(kind=EntryKind.NOTE).pk)
    assert "Elle arrive en mars." in page(opened, again)
    opened.post(again, {"text": "Elle arrive en mai."})
    told = page(opened, at("case_timeline"))
    assert "Elle arrive en mai." in told
    assert "remplacé depuis" in told
    # Another version of what was replaced would be a second truth.
    assert opened.post(again, {"text": "Elle arrive en juin."}).status_code == 422


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("case_safety_plan", {"safe_places": "Chez ma sœur"}, "Chez ma sœur"),
        ("case_reaching", {"text": "Jamais le soir", "phone": "06 00 00 00 00"}, "Jamais le soir"),
        ("case_identity", {"first_name": "Prénom-inventé", "birth_on": "1990-02-28"}, "28 février 1990"),
        ("case_situation", {"control": ["DebtBondage"], "children": "2"}, "une dette"),
    ],
)
def test_what_there_is_one_of_is_written_shown_and_written_anew(opened, nadia, case, at, name, typed, shown):
    assert opened.post(at(name), {}).status_code == 422
    assert opened.post(at(name), typed).status_code == 302
    assert shown in page(opened, at("case_timeline"))
    form = page(opened, at(name))
    for value in typed.values():
        assert (value if isinstance(value, str) else value[0]) in form


def test_what_stands_is_not_shown_without_a_reason(nadia, case, at):
    assert nadia.get(at("case_safety_plan"))["Location"] == at()
    assert nadia.get(at("case_timeline"))["Location"] == at()


def test_a_violence_has_the_type_of_the_first_act_that_holds(opened, at):
    assert opened.post(at("case_violence"), {"what": "physical"}).status_code == 422
    opened.post(at("case_violence"), {"what": "physical", "gender_based": "yes", "contexts": ["exploitation"]})
    opened.post(at("case_violence"), {"what": "penetration", "gender_based": "no"})
    types = set(Incident.objects.values_list("type", flat=True))
    assert types == {Violence.PHYSICAL_ASSAULT, Violence.NOT_GENDER_BASED}


def test_a_document_comes_in_as_pdf_without_images_and_is_opened_again(opened, at):
    def sent(data):
        file = SimpleUploadedFile("Nom-de-quelquun.pdf", data, "application/pdf")
        return opened.post(at("case_document"), {"kind": "housing", "title": "Bail", "document": file})

    assert sent(b"\x89PNG").status_code == 422
    assert "Aucun autre format" in sent(b"\x89PNG").content.decode()
    assert opened.post(at("case_document"), {"kind": "housing", "title": "Bail"}).status_code == 422
    sent(pdfs.hostile())
    document = Document.objects.get()
    shown = page(opened, at("case_timeline"))
    assert "Bail" in shown
    assert "aucun antivirus sur cette instance" in shown
    file = opened.post(at("case_document_file", document.pk))
    assert file["Content-Type"] == "application/pdf"
    assert pdfs.WORDS in pdfs.words_of(file.content)
    assert pdfs.PIXELS not in file.content


def test_a_correction_is_asked_due_and_decided(opened, case, at):
    opened.post(at("case_note"), {"text": "Une note à corriger."})
    about = Entry.objects.get(kind=EntryKind.NOTE)
    assert str(about.pk) in page(opened, at("case_correction"), entree=about.pk)
    opened.post(at("case_correction"), {"text": "Je n’ai jamais dit cela.", "about": about.pk})
    correction = Correction.objects.get()
    assert correction.about == about
    assert "Réponse due" in page(opened, at())
    decide = at("case_correction_decide", correction.pk)
    assert opened.post(decide, {"state": "refused"}).status_code == 422
    opened.post(decide, {"state": "partly", "text": "La date est corrigée."})
    correction.refresh_from_db()
    assert correction.state == CorrectionState.PARTLY
    assert "La date est corrigée." in page(opened, at("case_timeline"))


def test_it_is_handed_over_and_is_no_longer_hers(opened, place, case, at):
    to = place.colleague.membership
    assert opened.post(at("case_hand_over"), {"to": place.volunteer.membership.pk}).status_code == 422
    answer = opened.post(at("case_hand_over"), {"to": to.pk}, follow=True)
    assert "L’accompagnement est confié." in answer.content.decode()
    case.refresh_from_db()
    assert case.responsible == to
    assert opened.get(at()).status_code == 404


def test_somebody_stands_in_until_a_day(opened, place, case, at, signed_in_client):
    colleague = signed_in_client(place.colleague.membership)
    assert colleague.get(at()).status_code == 404
    opened.post(at("case_replace"), {"to": place.colleague.membership.pk, "until": in_days(5)})
    assert "Je remplace la personne" in page(colleague, at())
    opened.post(at("case_replace_end"))
    assert colleague.get(at()).status_code == 404


def test_a_lead_reviews_and_the_worker_reads_it(lead, opened, at):
    assert opened.get(at("case_review")).status_code == 404
    lead.post(at("case_review"), {"text": "Pensez à l’hébergement."})
    assert "Pensez à l’hébergement." in page(opened, at("case_timeline"))


def test_it_is_closed_with_a_reason_and_opened_again(opened, case, at):
    assert opened.post(at("case_close"), {}).status_code == 422
    opened.post(at("case_close"), {"reason": ClosingReason.HER_CHOICE, "text": "Elle reviendra si elle veut."})
    case.refresh_from_db()
    assert case.state == CaseState.CLOSED
    assert opened.get(at("case_note")).status_code == 404
    assert "Elle a choisi d’arrêter" in page(opened, at())
    opened.post(at("case_reopen"))
    case.refresh_from_db()
    assert case.state == CaseState.OPEN


def test_another_name(opened, case, at, place):
    opened.post(at("case_rename"), {"pseudonym": "Étoile"})
    assert "Étoile" in page(opened, reverse("pro:cases"))
    assert read(case, place.nadia).pseudonym == "Étoile"


def test_no_act_is_open_to_a_colleague_who_does_not_follow_her(place, case, at, signed_in_client):
    colleague = signed_in_client(place.colleague.membership)
    let_in = [
        act.name
        for act in ACTS
        if not act.about
        and {colleague.get(at(act.name)).status_code, colleague.post(at(act.name)).status_code} != {404}
    ]
    assert let_in == []


def test_an_entry_of_another_case_is_none_of_this_one(opened, place, at):
    other = open_case(place, pseudonym="Autre")
    goal = services.set_goal(case_id=other.pk, text="Partir.", **acting(place.nadia))
    assert opened.post(at("case_goal_end", goal.pk), {"state": "reached"}).status_code == 404


def test_a_timeline_of_every_kind_asks_once_for_what_stands_beside_each(
    opened, case, place, at, django_assert_num_queries
):
    act = {"case_id": case.pk, **acting(place.nadia)}
    for _time in range(2):
        services.assess(area=Area.HOUSING, level=NeedLevel.WANTED, **act)
        services.set_goal(text="Un logement", **act)
        services.plan_action(text="Appeler", doer=Doer.TOGETHER, **act)
        services.record_contact(means=Means.PHONE, made=True, happened_at=AT, **act)
        services.write_note(text="Une note", **act)
    opened.get(at("case_timeline"))
    # Session, membership, the case; begin, its lock and the case under it, the entries, four kinds, the writers; the
    # keys, between a savepoint's two ends; twice the chain, the lines and its new end; commit, and what installation
    # this is.
    with django_assert_num_queries(TIMELINE):
        shown = page(opened, at("case_timeline"))
    assert shown.count('<li class="timeline-entry">') == 10


TIMELINE = 23
