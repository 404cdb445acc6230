import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_devices"),
        ("directory", "0004_zone_and_need"),
        ("referrals", "0001_initial"),
        ("reports", "0003_without_account"),
        ("territories", "0001_initial"),
        ("vault", "0002_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=12, unique=True)),
                ("draft_id", models.UUIDField(unique=True)),
                ("replaced_until", models.DateField(null=True)),
                ("language", models.CharField(max_length=10)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "en cours"), ("closed", "clos"), ("transferred", "transféré")],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "closing_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("goals_met", "Ce qu’elle voulait est atteint"),
                            ("her_choice", "Elle a choisi d’arrêter"),
                            ("moved", "Elle a changé de région"),
                            ("other_service", "Un autre service l’accompagne"),
                            ("lost_touch", "Le contact est perdu"),
                            ("deceased", "Elle est décédée"),
                        ],
                        max_length=20,
                    ),
                ),
                ("last_contact_on", models.DateField()),
                ("first_reminder_at", models.DateTimeField(null=True)),
                ("last_reminder_at", models.DateTimeField(null=True)),
                ("hold_until", models.DateField(null=True)),
                (
                    "hold_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("judicial", "une procédure judiciaire est en cours"),
                            ("claim", "la personne fait valoir ses droits"),
                        ],
                        max_length=20,
                    ),
                ),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "commune",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="territories.commune",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="cases", to="directory.organisation"
                    ),
                ),
                (
                    "pseudonym",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "replacement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="cases_replaced",
                        to="accounts.membership",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="cases",
                        to="reports.report",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="cases", to="accounts.membership"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="cases",
                        to="referrals.step",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisation", "-last_contact_on", "id"], name="cases_case_organis_435965_idx"
                    ),
                    models.Index(
                        fields=["responsible", "state", "-last_contact_on"], name="cases_case_respons_d53ae7_idx"
                    ),
                    models.Index(
                        condition=models.Q(("erased_at", None)), fields=["last_contact_on"], name="cases_not_erased"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closing_reason", ""), ("state", "open")),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state", "closed"),
                                models.Q(("closing_reason", ""), _negated=True),
                            ),
                            models.Q(("closed_at__isnull", False), ("closing_reason", ""), ("state", "transferred")),
                            _connector="OR",
                        ),
                        name="a_closed_case_is_dated_and_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replaced_until", None), ("replacement", None)),
                            models.Q(
                                ("replaced_until__isnull", False),
                                ("replacement__isnull", False),
                                models.Q(("replacement", models.F("responsible")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_replacement_has_an_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hold_ground", ""), ("hold_until", None)),
                            models.Q(("hold_until__isnull", False), models.Q(("hold_ground", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_hold_has_its_ground",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "Son nom et sa date de naissance"),
                            ("reaching", "Comment la joindre sans danger"),
                            ("situation", "Ce qu’elle a vécu"),
                            ("need", "Un besoin"),
                            ("goal", "Ce qu’elle veut"),
                            ("action", "Une action prévue"),
                            ("appointment", "Un rendez-vous"),
                            ("contact", "Un contact"),
                            ("note", "Une note"),
                            ("safety_plan", "Le plan de sécurité"),
                            ("violence", "Une violence subie"),
                            ("document", "Un document"),
                            ("review", "Une relecture de l’encadrement"),
                            ("correction", "Une rectification demandée"),
                            ("ending", "Un mot sur la fin"),
                        ],
                        max_length=20,
                    ),
                ),
                ("happened_at", models.DateTimeField()),
                ("written_at", models.DateTimeField()),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "item",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="replaced_by",
                        to="cases.entry",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="entries", to="cases.case"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "-happened_at"], name="cases_entry_case_id_b65473_idx"),
                    models.Index(
                        condition=models.Q(("item__isnull", False)),
                        fields=["kind", "written_at"],
                        name="entries_not_erased",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("erased_at", None), ("item", None), _connector="OR"),
                        name="an_erased_entry_is_empty",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="contact",
                        serialize=False,
                        to="cases.entry",
                    ),
                ),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("meeting", "en personne"),
                            ("outreach", "lors d’une maraude"),
                            ("phone", "par téléphone"),
                            ("message", "par message"),
                            ("third_party", "par un autre service"),
                        ],
                        max_length=20,
                    ),
                ),
                ("made", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="incident",
                        serialize=False,
                        to="cases.entry",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("rape", "viol"),
                            ("sexual_assault", "agression sexuelle"),
                            ("physical_assault", "violence physique"),
                            ("forced_marriage", "mariage forcé"),
                            ("denial", "privation de ressources ou de droits"),
                            ("psychological", "violence psychologique"),
                            ("not_gender_based", "pas une violence liée au genre"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "contexts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("intimate_partner", "par un partenaire ou un ex-partenaire"),
                                ("exploitation", "dans une situation d’exploitation sexuelle"),
                                ("trafficking", "possible traite des êtres humains"),
                                ("childhood", "pendant son enfance"),
                                ("harmful_practice", "pratique traditionnelle néfaste"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("happened_on", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="need",
                        serialize=False,
                        to="cases.entry",
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("safety", "Sécurité"),
                            ("housing", "Logement"),
                            ("health", "Santé"),
                            ("psychological", "Soutien psychologique"),
                            ("children", "Enfants"),
                            ("rights", "Droits et démarches"),
                            ("work", "Emploi, formation"),
                            ("money", "Ressources"),
                            ("debts", "Dettes"),
                            ("addiction", "Addictions"),
                            ("french", "Apprendre le français"),
                            ("ties", "Entourage"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("wanted", "elle veut de l’aide"),
                            ("in_hand", "c’est en cours"),
                            ("met", "c’est réglé"),
                            ("not_wanted", "elle n’en veut pas maintenant"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("case_id", models.UUIDField(db_index=True)),
                ("destroyed_at", models.DateTimeField()),
                ("rule", models.CharField(max_length=40)),
                ("items", models.PositiveIntegerField()),
                ("digest", models.BinaryField(max_length=32)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="directory.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("keeping", "garder par écrit ce qu’elle raconte"),
                            ("sharing", "en partager une partie"),
                            ("transfer", "transférer l’accompagnement"),
                            ("exit_path", "préparer un parcours de sortie"),
                            ("statistics", "compter sans son nom"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("identity", "Son nom et sa date de naissance"),
                                ("reaching", "Comment la joindre sans danger"),
                                ("situation", "Ce qu’elle a vécu"),
                                ("need", "Un besoin"),
                                ("goal", "Ce qu’elle veut"),
                                ("action", "Une action prévue"),
                                ("appointment", "Un rendez-vous"),
                                ("contact", "Un contact"),
                                ("note", "Une note"),
                                ("safety_plan", "Le plan de sécurité"),
                                ("violence", "Une violence subie"),
                                ("document", "Un document"),
                                ("review", "Une relecture de l’encadrement"),
                                ("correction", "Une rectification demandée"),
                                ("ending", "Un mot sur la fin"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "how",
                    models.CharField(choices=[("spoken", "de vive voix"), ("written", "par écrit")], max_length=20),
                ),
                ("language", models.CharField(max_length=10)),
                ("wording", models.TextField()),
                ("given_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="consents", to="cases.case"
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="directory.organisation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "withdrawal_recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawal_recorded_by", None), ("withdrawn_at", None)),
                            models.Q(
                                ("withdrawal_recorded_by__isnull", False),
                                ("withdrawn_at__gte", models.F("given_at")),
                                ("withdrawn_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawn_by_somebody_after_it_was_given",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("purpose__in", ["sharing", "transfer"]), ("recipient__isnull", False)),
                            models.Q(("purpose__in", ["sharing", "transfer"]), _negated=True),
                            _connector="OR",
                        ),
                        name="what_goes_goes_to_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "likeness",
                    models.CharField(
                        choices=[
                            ("same_name", "le même nom donné"),
                            ("name_sounds_alike", "un nom donné qui se prononce de la même façon"),
                            ("same_commune", "la même commune"),
                            ("same_language", "la même langue"),
                        ],
                        max_length=20,
                    ),
                ),
                ("digest", models.BinaryField(max_length=32)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="marks", to="cases.case"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="directory.organisation"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["organisation", "digest"], name="cases_mark_organis_008b0a_idx")],
                "constraints": [models.UniqueConstraint(fields=("case", "likeness"), name="one_mark_of_a_likeness")],
            },
        ),
        migrations.CreateModel(
            name="Referred",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("referred_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="referred", to="cases.case"
                    ),
                ),
                (
                    "referral",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="case_link", to="referrals.referral"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Share",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("identity", "Son nom et sa date de naissance"),
                                ("reaching", "Comment la joindre sans danger"),
                                ("situation", "Ce qu’elle a vécu"),
                                ("need", "Un besoin"),
                                ("goal", "Ce qu’elle veut"),
                                ("action", "Une action prévue"),
                                ("appointment", "Un rendez-vous"),
                                ("contact", "Un contact"),
                                ("note", "Une note"),
                                ("safety_plan", "Le plan de sécurité"),
                                ("violence", "Une violence subie"),
                                ("document", "Un document"),
                                ("review", "Une relecture de l’encadrement"),
                                ("correction", "Une rectification demandée"),
                                ("ending", "Un mot sur la fin"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                ("shared_at", models.DateTimeField()),
                ("until", models.DateField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "end",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person", "la personne a retiré son accord"),
                            ("revoked", "retiré par la personne qui accompagne"),
                            ("expired", "au terme prévu"),
                            ("replaced", "remplacé par un autre partage"),
                            ("member_left", "le membre a quitté son organisation"),
                            ("case_ended", "à la fin de l’accompagnement"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="shares", to="cases.case"
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="shares",
                        to="cases.consent",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="cases_shared",
                        to="accounts.membership",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="cases_shared",
                        to="directory.organisation",
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("ended_at", None)), fields=["until"], name="shares_that_open")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("member", None), ("organisation__isnull", False)),
                            models.Q(("member__isnull", False), ("organisation", None)),
                            _connector="OR",
                        ),
                        name="shared_with_an_organisation_or_a_member",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", ""), ("ended_at", None)),
                            models.Q(("ended_at__isnull", False), models.Q(("end", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="an_ended_share_says_why",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("case", "organisation"),
                        name="one_living_share_per_organisation",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("case", "member"),
                        name="one_living_share_per_member",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("identity", "Son nom et sa date de naissance"),
                                ("reaching", "Comment la joindre sans danger"),
                                ("situation", "Ce qu’elle a vécu"),
                                ("need", "Un besoin"),
                                ("goal", "Ce qu’elle veut"),
                                ("action", "Une action prévue"),
                                ("appointment", "Un rendez-vous"),
                                ("contact", "Un contact"),
                                ("note", "Une note"),
                                ("safety_plan", "Le plan de sécurité"),
                                ("violence", "Une violence subie"),
                                ("document", "Un document"),
                                ("review", "Une relecture de l’encadrement"),
                                ("correction", "Une rectification demandée"),
                                ("ending", "Un mot sur la fin"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "attend une réponse"),
                            ("received", "reçu"),
                            ("refused", "refusé"),
                            ("withdrawn", "retiré\xa0: la personne a changé d’avis"),
                        ],
                        default="waiting",
                        max_length=20,
                    ),
                ),
                ("sent_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "refusal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Pas de place en ce moment"),
                            ("out_of_zone", "Hors de notre secteur"),
                            ("not_suited", "Un autre service conviendrait mieux"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="transfers", to="cases.case"
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="cases.consent"
                    ),
                ),
                (
                    "received_as",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="came_by", to="cases.case"
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="cases_offered",
                        to="directory.organisation",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")), fields=("case",), name="one_transfer_on_its_way"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at", None), ("received_as", None), ("refusal", ""), ("state", "waiting")
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("received_as", None),
                                ("refusal", ""),
                                ("state", "withdrawn"),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("received_as__isnull", False),
                                ("refusal", ""),
                                ("state", "received"),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("received_as", None),
                                ("state", "refused"),
                                models.Q(("refusal", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answered_transfer_says_what_became_of_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="appointment",
                        serialize=False,
                        to="cases.entry",
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "prévu"),
                            ("held", "il a eu lieu"),
                            ("missed", "il n’a pas eu lieu"),
                            ("cancelled", "annulé"),
                        ],
                        default="planned",
                        max_length=20,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "planned")), fields=["starts_at"], name="appointments_to_come"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="correction",
                        serialize=False,
                        to="cases.entry",
                    ),
                ),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "attend une réponse"),
                            ("done", "faite"),
                            ("partly", "faite en partie"),
                            ("refused", "refusée"),
                        ],
                        default="asked",
                        max_length=20,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "about",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="corrections",
                        to="cases.entry",
                    ),
                ),
                (
                    "answer",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("state", "asked")),
                            models.Q(
                                models.Q(("state", "asked"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_decided_correction_is_dated",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="document",
                        serialize=False,
                        to="cases.entry",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("administrative", "Démarche administrative"),
                            ("health", "Santé"),
                            ("justice", "Justice, plainte"),
                            ("housing", "Logement"),
                            ("work", "Emploi, formation"),
                            ("money", "Ressources, dettes"),
                            ("letter", "Courrier"),
                        ],
                        max_length=20,
                    ),
                ),
                ("pages", models.PositiveSmallIntegerField()),
                ("images_removed", models.PositiveSmallIntegerField(default=0)),
                (
                    "scan",
                    models.CharField(
                        choices=[
                            ("clean", "vérifié par l’antivirus\xa0: rien trouvé"),
                            ("not_scanned", "non vérifié\xa0: aucun antivirus sur cette instance"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="goal",
                        serialize=False,
                        to="cases.entry",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "en cours"), ("reached", "atteint"), ("left", "elle y a renoncé")],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("ended_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("state", "open")),
                            models.Q(models.Q(("state", "open"), _negated=True), ("ended_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_ended_goal_is_dated",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="action",
                        serialize=False,
                        to="cases.entry",
                    ),
                ),
                (
                    "doer",
                    models.CharField(
                        choices=[
                            ("person", "la personne"),
                            ("worker", "la personne qui l’accompagne"),
                            ("together", "ensemble"),
                        ],
                        max_length=20,
                    ),
                ),
                ("due_on", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "à faire"), ("done", "faite"), ("dropped", "abandonnée")],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("ended_on", models.DateField(null=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="actions", to="cases.goal"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("state", "planned")), fields=["due_on"], name="actions_to_do")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_by", None), ("ended_on", None), ("state", "planned")),
                            models.Q(
                                models.Q(("state", "planned"), _negated=True),
                                ("ended_by__isnull", False),
                                ("ended_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_action_is_dated",
                    )
                ],
            },
        ),
    ]
