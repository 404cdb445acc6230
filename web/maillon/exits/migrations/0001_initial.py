import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_devices"),
        ("cases", "0001_initial"),
        ("directory", "0004_zone_and_need"),
        ("territories", "0001_initial"),
        ("vault", "0002_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="Path",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=12, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("interest", "elle s’y intéresse"),
                            ("asking", "demande d’entrée en cours"),
                            ("refused", "entrée refusée"),
                            ("granted", "accordé, pas encore commencé"),
                            ("running", "en cours"),
                            ("ended", "terminé"),
                        ],
                        default="interest",
                        max_length=20,
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("told_on", models.DateField(null=True)),
                ("alerted", models.PositiveSmallIntegerField(default=0)),
                ("ended_on", models.DateField(null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("completed", "Le parcours est allé à son terme"),
                            ("stopped", "Le parcours est interrompu"),
                            ("withdrawn", "La personne a choisi d’arrêter"),
                            ("refused", "La demande est refusée"),
                        ],
                        max_length=20,
                    ),
                ),
                ("warned_at", models.DateTimeField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "association",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="exit_paths",
                        to="directory.organisation",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="exit_paths", to="cases.case"
                    ),
                ),
                (
                    "prefecture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="exit_paths_received",
                        to="directory.organisation",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["association", "state", "-started_at"], name="exits_path_associa_898797_idx"),
                    models.Index(fields=["prefecture", "state", "-started_at"], name="exits_path_prefect_f8bf9c_idx"),
                    models.Index(condition=models.Q(("state", "running")), fields=["until_on"], name="paths_running"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "ended"), _negated=True),
                        fields=("case",),
                        name="one_open_exit_path_per_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on__isnull", False),
                                ("state", "ended"),
                                models.Q(("end_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "ended"), _negated=True), ("end_reason", ""), ("ended_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_path_is_dated_and_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_on", None), ("until_on", None)),
                            models.Q(
                                ("from_on__isnull", False),
                                ("from_on__lte", models.F("until_on")),
                                ("until_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="what_was_granted_has_both_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["granted", "running"]), _negated=True),
                            ("until_on__isnull", False),
                            _connector="OR",
                        ),
                        name="a_granted_path_has_its_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "running"), _negated=True), ("told_on__isnull", False), _connector="OR"
                        ),
                        name="a_path_runs_once_she_was_told",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("entry", "entrée dans le parcours"), ("renewal", "renouvellement")], max_length=20
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preparing", "dossier en préparation"),
                            ("submitted", "transmise à la préfecture"),
                            ("opinion", "avis de la commission rendu"),
                            ("granted", "accordée"),
                            ("refused", "refusée"),
                            ("withdrawn", "retirée"),
                        ],
                        default="preparing",
                        max_length=20,
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("agreed_at", models.DateTimeField(null=True)),
                (
                    "agreed_how",
                    models.CharField(
                        blank=True, choices=[("spoken", "de vive voix"), ("written", "par écrit")], max_length=20
                    ),
                ),
                ("agreed_language", models.CharField(blank=True, max_length=10)),
                ("agreed_wording", models.TextField(blank=True)),
                ("submitted_at", models.DateTimeField(null=True)),
                ("sent_back_at", models.DateTimeField(null=True)),
                (
                    "opinion",
                    models.CharField(
                        blank=True,
                        choices=[("favourable", "Favorable"), ("unfavourable", "Défavorable")],
                        max_length=20,
                    ),
                ),
                ("opinion_on", models.DateField(null=True)),
                ("opinion_id", models.UUIDField(null=True)),
                ("decided_on", models.DateField(null=True)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "consent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="cases.consent"
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
                (
                    "reasons",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "wanted",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "path",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="requests", to="exits.path"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "submitted_at"], name="exits_reque_state_d1532c_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("preparing", "submitted", "opinion"))),
                        fields=("path",),
                        name="one_open_request_per_path",
                    ),
                    models.UniqueConstraint(fields=("path", "position"), name="requests_stand_in_order"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("state__in", ("preparing", "submitted", "opinion"))),
                            models.Q(
                                models.Q(("state__in", ("preparing", "submitted", "opinion")), _negated=True),
                                ("ended_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_request_is_dated",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["opinion", "granted", "refused"]), _negated=True),
                            models.Q(
                                ("opinion_on__isnull", False),
                                ("submitted_at__isnull", False),
                                models.Q(("opinion", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_opinion_before_a_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                ("state__in", ("granted", "refused")),
                            ),
                            models.Q(
                                models.Q(("state__in", ("granted", "refused")), _negated=True),
                                ("decided_by", None),
                                ("decided_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="somebody_decides",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("from_on__isnull", False),
                                ("state", "granted"),
                                ("until_on__gte", models.F("from_on")),
                                ("until_on__isnull", False),
                            ),
                            models.Q(
                                models.Q(("state", "granted"), _negated=True), ("from_on", None), ("until_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="granted_means_for_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["preparing", "withdrawn"]),
                            models.Q(
                                ("agreed_at__isnull", False),
                                ("consent__isnull", False),
                                models.Q(("agreed_how", ""), _negated=True),
                                models.Q(("agreed_wording", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="nothing_goes_without_her_agreement",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Explained",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("wording", models.TextField()),
                ("language", models.CharField(max_length=10)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("spoken", "de vive voix"),
                            ("interpreted", "avec une ou un interprète"),
                            ("written", "par écrit"),
                        ],
                        max_length=20,
                    ),
                ),
                ("explained_on", models.DateField()),
                ("written_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "path",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="explained", to="exits.path"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Permit",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("written_at", models.DateTimeField()),
                ("remind_on", models.DateField(null=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "path",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="permits", to="exits.path"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("remind_on__isnull", False), ("reminded_at", None)),
                        fields=["remind_on"],
                        name="permits_to_recall",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Aid",
            fields=[
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT,
                        primary_key=True,
                        related_name="aid",
                        serialize=False,
                        to="exits.request",
                    ),
                ),
                ("written_at", models.DateTimeField()),
                ("granted", models.BooleanField(null=True)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                (
                    "item",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("from_on__isnull", False),
                                ("granted", True),
                                ("until_on__gte", models.F("from_on")),
                                ("until_on__isnull", False),
                            ),
                            models.Q(models.Q(("granted", True), _negated=True), ("from_on", None), ("until_on", None)),
                            models.Q(("from_on", None), ("granted", None), ("until_on", None)),
                            _connector="OR",
                        ),
                        name="aid_is_granted_for_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "demandé"),
                            ("missing", "pièces manquantes"),
                            ("complete", "dossier complet"),
                            ("granted", "accordé"),
                            ("tacit", "accordé par le silence du préfet"),
                            ("refused", "refusé"),
                            ("withdrawn", "retiré"),
                        ],
                        default="asked",
                        max_length=20,
                    ),
                ),
                ("asked_on", models.DateField()),
                ("claimed_on", models.DateField(null=True)),
                ("supplied_on", models.DateField(null=True)),
                ("complete_on", models.DateField(null=True)),
                ("decided_on", models.DateField(null=True)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                ("alerted", models.PositiveSmallIntegerField(default=0)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "association",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="approvals",
                        to="directory.organisation",
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
                ("departements", models.ManyToManyField(related_name="+", to="territories.departement")),
                (
                    "prefecture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="approvals_received",
                        to="directory.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["prefecture", "state", "asked_on"], name="exits_appro_prefect_ab1a55_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("asked", "missing", "complete"))),
                        fields=("association",),
                        name="one_approval_asked_for_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("from_on__isnull", False),
                                ("state__in", ("granted", "tacit", "withdrawn")),
                                ("until_on__gt", models.F("from_on")),
                                ("until_on__isnull", False),
                            ),
                            models.Q(
                                models.Q(("state__in", ("granted", "tacit", "withdrawn")), _negated=True),
                                ("from_on", None),
                                ("until_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="an_approval_has_its_years",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_by", None),
                                ("decided_on", None),
                                ("state__in", ("asked", "missing", "complete")),
                            ),
                            models.Q(("decided_by", None), ("decided_on__isnull", False), ("state", "tacit")),
                            models.Q(
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                                ("state__in", ["granted", "refused"]),
                            ),
                            models.Q(("decided_on__isnull", False), ("state", "withdrawn")),
                            _connector="OR",
                        ),
                        name="an_approval_is_decided_by_somebody_or_by_silence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), ("withdrawn_on__isnull", False)),
                            models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_on", None)),
                            _connector="OR",
                        ),
                        name="a_withdrawn_approval_is_dated",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "Identité"),
                            ("situation", "Situation administrative, familiale et sociale"),
                            ("engagement", "Actions prévues et engagements"),
                            ("sworn", "Attestation sur l’honneur"),
                            ("review", "Bilan des six mois"),
                            ("association", "Avis de l’association"),
                        ],
                        max_length=20,
                    ),
                ),
                ("written_at", models.DateTimeField()),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="papers", to="exits.request"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("request", "kind"), name="one_paper_of_a_kind")],
            },
        ),
    ]
