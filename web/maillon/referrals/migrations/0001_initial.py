import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_devices"),
        ("directory", "0003_confidential"),
        ("reports", "0003_without_account"),
        ("territories", "0001_initial"),
        ("vault", "0002_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("updated_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referral_drafts",
                        to="accounts.membership",
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=12, unique=True)),
                ("draft_id", models.UUIDField(unique=True)),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("listening", "Être écoutée"),
                                ("shelter", "Mise à l’abri, hébergement"),
                                ("housing", "Logement"),
                                ("health", "Santé"),
                                ("psychological", "Soutien psychologique"),
                                ("addiction", "Addictions"),
                                ("legal", "Droits, avocat"),
                                ("complaint", "Accompagnement de la plainte"),
                                ("residence", "Droit au séjour"),
                                ("exit_path", "Parcours de sortie (PSP)"),
                                ("work", "Emploi, formation"),
                                ("french", "Apprendre le français"),
                                ("money", "Ressources, dettes"),
                                ("daily", "Manger, se laver, s’habiller"),
                                ("children", "Enfants, parentalité"),
                                ("child_protection", "Protection de l’enfance"),
                                ("interpreter", "Interprète"),
                                ("outreach", "Aller vers, maraude"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                ("urgent", models.BooleanField(default=False)),
                ("minor", models.BooleanField()),
                (
                    "basis",
                    models.CharField(
                        choices=[("consent", "accord de la personne"), ("child_protection", "protection de l’enfance")],
                        max_length=20,
                    ),
                ),
                ("parents_informed", models.BooleanField(null=True)),
                (
                    "parents_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("against_interest", "Ce serait contraire à l’intérêt de l’enfant"),
                            ("involved", "Un parent est peut-être impliqué"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "en cours"),
                            ("met", "rencontre faite"),
                            ("done", "terminée"),
                            ("withdrawn", "retirée"),
                            ("exhausted", "sans réponse favorable"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="referrals", to="accounts.membership"
                    ),
                ),
                (
                    "code_key",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="vault.keypair"
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="territories.commune"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="referrals_sent",
                        to="directory.organisation",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="referrals",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation", "state", "-created_at"], name="referrals_r_organis_6ae6e3_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("basis", "child_protection"), ("minor", True), ("parents_informed__isnull", False)
                            ),
                            models.Q(
                                ("basis", "consent"),
                                ("minor", False),
                                ("parents_informed", None),
                                ("parents_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="the_law_for_a_minor_and_consent_for_an_adult",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("parents_informed", False), _negated=True),
                            models.Q(("parents_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="parents_not_told_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", False), ("state__in", ("done", "withdrawn", "exhausted"))),
                            models.Q(
                                models.Q(("state__in", ("done", "withdrawn", "exhausted")), _negated=True),
                                ("ended_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_referral_is_dated",
                    ),
                    models.CheckConstraint(condition=models.Q(("needs__len__gt", 0)), name="a_referral_has_a_need"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("situation", "La situation, en quelques phrases"),
                            ("needs", "Ce dont elle a besoin"),
                            ("identity", "Son nom ou le nom qu’elle se donne"),
                            ("contact", "Comment la joindre sans danger"),
                            ("children", "Ses enfants"),
                            ("health", "Sa santé"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="referrals.referral"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("referral", "kind"), name="one_part_of_a_kind")],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("contact_email", models.EmailField(blank=True, max_length=254)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "attend l’accord de la personne"),
                            ("planned", "prévue ensuite"),
                            ("proposed", "proposée"),
                            ("seen", "lue"),
                            ("accepted", "acceptée"),
                            ("met", "rencontre faite"),
                            ("done", "terminée"),
                            ("refused", "refusée"),
                            ("silent", "restée sans réponse"),
                            ("withdrawn", "retirée"),
                        ],
                        max_length=20,
                    ),
                ),
                ("ground", models.CharField(max_length=30)),
                (
                    "parts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("situation", "La situation, en quelques phrases"),
                                ("needs", "Ce dont elle a besoin"),
                                ("identity", "Son nom ou le nom qu’elle se donne"),
                                ("contact", "Comment la joindre sans danger"),
                                ("children", "Ses enfants"),
                                ("health", "Sa santé"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                ("planned_at", models.DateTimeField(null=True)),
                ("proposed_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("escalated_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("accepted_at", models.DateTimeField(null=True)),
                ("heard_at", models.DateTimeField(null=True)),
                ("appointment_at", models.DateTimeField(null=True)),
                ("appointment_minutes", models.PositiveSmallIntegerField(null=True)),
                ("appointment_joint", models.BooleanField(default=False)),
                ("met_at", models.DateTimeField(null=True)),
                ("person_met", models.BooleanField(null=True)),
                ("person_said_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "refusal_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("out_of_zone", "Hors de notre secteur"),
                            ("full", "Pas de place dans le délai"),
                            ("not_eligible", "Nous n’accueillons pas ce public"),
                            ("not_competent", "Ce besoin ne relève pas de nous"),
                            ("language", "Pas d’interprète dans sa langue"),
                            ("unsafe", "Nous ne pourrions pas la protéger ici"),
                            ("not_reached", "La personne n’a pas pu être jointe"),
                            ("declined", "La personne majeure ne le souhaite plus"),
                            ("closed", "Le service a fermé"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accompanied", "La personne est accompagnée"),
                            ("protected", "La personne est à l’abri"),
                            ("answered", "La demande a reçu une réponse"),
                            ("child_protection", "La protection de l’enfance a pris le relais"),
                            ("not_suited", "Ce service ne convenait pas"),
                            ("declined", "La personne majeure a choisi d’arrêter"),
                            ("lost_touch", "Le contact est perdu"),
                        ],
                        max_length=20,
                    ),
                ),
                ("shut_at", models.DateTimeField(null=True)),
                (
                    "withdrawn",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("person", "par la personne"),
                            ("referrer", "par la personne qui oriente"),
                            ("not_needed", "un autre service a abouti"),
                            ("expired", "au terme de sa conservation"),
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
                    "recipient",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="referrals_received",
                        to="directory.organisation",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="steps", to="referrals.referral"
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="referral_steps",
                        to="directory.service",
                    ),
                ),
                (
                    "words",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["recipient", "state", "-proposed_at"], name="referrals_s_recipie_52edf6_idx"),
                    models.Index(
                        condition=models.Q(("state__in", ("proposed", "seen", "accepted", "met"))),
                        fields=["proposed_at"],
                        name="steps_under_way",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("proposed", "seen", "accepted", "met"))),
                        fields=("referral",),
                        name="never_at_two_services_at_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("done", "refused", "silent", "withdrawn")), _negated=True),
                        fields=("referral", "service"),
                        name="one_open_step_per_service",
                    ),
                    models.UniqueConstraint(fields=("referral", "position"), name="steps_stand_in_line"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("contact_email", ""), ("recipient__isnull", False)),
                            models.Q(("recipient", None), models.Q(("contact_email", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_step_goes_to_an_organisation_or_an_address",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), models.Q(("refusal_reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "refused"), _negated=True), ("refusal_reason", "")),
                            _connector="OR",
                        ),
                        name="refused_means_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), models.Q(("outcome", ""), _negated=True)),
                            models.Q(models.Q(("state", "done"), _negated=True), ("outcome", "")),
                            _connector="OR",
                        ),
                        name="done_means_with_an_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), models.Q(("withdrawn", ""), _negated=True)),
                            models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn", "")),
                            _connector="OR",
                        ),
                        name="withdrawn_means_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", False), ("state__in", ("done", "refused", "silent", "withdrawn"))
                            ),
                            models.Q(
                                models.Q(("state__in", ("done", "refused", "silent", "withdrawn")), _negated=True),
                                ("ended_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_step_is_dated",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("appointment_at", None), ("appointment_minutes", None)),
                            models.Q(("appointment_at__isnull", False), ("appointment_minutes__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_appointment_has_its_length",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("token_digest", models.BinaryField(max_length=32, unique=True)),
                ("salt", models.BinaryField(max_length=16)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "end",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("answered", "la réponse est donnée"),
                            ("expired", "le délai est passé"),
                            ("revoked", "retiré"),
                            ("wrong_codes", "trop de codes faux"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "key_pair",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.keypair"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links", to="referrals.step"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("step",), name="one_living_link_per_step"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", ""), ("ended_at", None), ("key_pair__isnull", False)),
                            models.Q(
                                ("ended_at__isnull", False), ("key_pair", None), models.Q(("end", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_link_has_no_key",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "parts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("situation", "La situation, en quelques phrases"),
                                ("needs", "Ce dont elle a besoin"),
                                ("identity", "Son nom ou le nom qu’elle se donne"),
                                ("contact", "Comment la joindre sans danger"),
                                ("children", "Ses enfants"),
                                ("health", "Sa santé"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("spoken", "de vive voix"),
                            ("written", "par écrit"),
                            ("by_code", "elle-même, avec son code"),
                        ],
                        max_length=20,
                    ),
                ),
                ("language", models.CharField(max_length=10)),
                ("wording", models.TextField()),
                ("given_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="directory.service"
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="consents", to="referrals.referral"
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="consent", to="referrals.step"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("revoked_at__isnull", False), ("revoked_by", None), _connector="OR"),
                        name="revoked_by_means_revoked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("how", "by_code"), ("recorded_by", None)),
                            models.Q(models.Q(("how", "by_code"), _negated=True), ("recorded_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="somebody_recorded_what_she_did_not_type",
                    ),
                ],
            },
        ),
    ]
