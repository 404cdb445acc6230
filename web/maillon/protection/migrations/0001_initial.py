import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_devices"),
        ("directory", "0004_zone_and_need"),
        ("reports", "0003_without_account"),
        ("territories", "0001_initial"),
        ("vault", "0002_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=12, unique=True)),
                (
                    "age",
                    models.CharField(
                        choices=[
                            ("under_15", "moins de 15 ans"),
                            ("minor_15_17", "15 à 17 ans"),
                            ("doubtful", "âge à vérifier"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("received", "à attribuer"), ("under_way", "en cours"), ("ended", "terminée")],
                        default="received",
                        max_length=20,
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("received_on", models.DateField()),
                ("latest_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "due_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("danger", "La nature du danger"),
                            ("age", "L’âge de l’enfant"),
                            ("both", "Le danger et l’âge"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reminded_on", models.DateField(null=True)),
                ("pressed_on", models.DateField(null=True)),
                ("late_told_on", models.DateField(null=True)),
                ("copied_on", models.DateField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("help", "Une aide est proposée"),
                            ("educational", "Une mesure éducative est décidée"),
                            ("prosecutor", "Le procureur est saisi"),
                            ("no_follow_up", "Pas de suite"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("grave_danger", "Le danger est grave et immédiat"),
                            ("actions_failed", "Les actions déjà menées ont échoué"),
                            ("family_refuses", "La famille refuse"),
                            ("cannot_assess", "La situation ne peut pas être évaluée"),
                        ],
                        max_length=20,
                    ),
                ),
                ("seized_on", models.DateField(null=True)),
                ("last_contact_on", models.DateField()),
                ("hold_until", models.DateField(null=True)),
                (
                    "hold_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("procedure", "Une procédure judiciaire est en cours"),
                            ("claim", "Un recours est en cours"),
                            ("archives", "Le visa des archives est attendu"),
                        ],
                        max_length=20,
                    ),
                ),
                ("erasure_told_on", models.DateField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
                ("erased_items", models.PositiveSmallIntegerField(null=True)),
                (
                    "assessor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="assessing",
                        to="accounts.membership",
                    ),
                ),
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
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="assessments",
                        to="directory.organisation",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "transmission",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="assessment",
                        to="reports.transmission",
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
                    models.Index(fields=["organisation", "state", "due_on"], name="protection__organis_5b9fe0_idx"),
                    models.Index(
                        condition=models.Q(("ended_at", None)), fields=["due_on"], name="assessments_under_way"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__gte", models.F("received_on")), ("due_on__lte", models.F("latest_on"))
                        ),
                        name="never_due_later_than_the_law_leaves",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_on", models.F("latest_on")), ("due_reason", "")),
                            models.Q(
                                ("due_on__lt", models.F("latest_on")), models.Q(("due_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="due_earlier_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "under_way"), _negated=True),
                            ("assessor__isnull", False),
                            _connector="OR",
                        ),
                        name="under_way_means_with_an_assessor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at__isnull", False),
                                ("state", "ended"),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            models.Q(models.Q(("state", "ended"), _negated=True), ("ended_at", None), ("outcome", "")),
                            _connector="OR",
                        ),
                        name="an_ended_assessment_is_dated_and_has_an_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome", "prosecutor"),
                                ("seized_on__isnull", False),
                                models.Q(("ground", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("outcome", "prosecutor"), _negated=True), ("ground", ""), ("seized_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="the_prosecutor_is_told_on_a_ground_and_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hold_ground", ""), ("hold_until", None)),
                            models.Q(("hold_until__isnull", False), models.Q(("hold_ground", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="an_assessment_is_held_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("erased_at", None), ("erased_items", None)),
                            models.Q(("erased_at__isnull", False), ("erased_items__isnull", False), ("words", None)),
                            _connector="OR",
                        ),
                        name="an_erased_assessment_says_how_much_went",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Act",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("child_met", "Rencontre avec l’enfant"),
                            ("home_visit", "Visite à domicile"),
                            ("parents_met", "Rencontre avec les parents"),
                            ("call", "Appel avec l’enfant ou la famille"),
                            ("professionals", "Échange entre professionnels"),
                            ("meeting", "Réunion d’évaluation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "words",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="acts", to="protection.assessment"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ParentsTold",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("informed", models.BooleanField()),
                ("on", models.DateField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("interview", "lors d’un entretien"),
                            ("visit", "lors d’une visite"),
                            ("letter", "par courrier"),
                            ("phone", "par téléphone"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("against_interest", "Ce serait contraire à l’intérêt de l’enfant"),
                            ("involved", "Un parent est peut-être impliqué"),
                        ],
                        max_length=20,
                    ),
                ),
                ("said_at", models.DateTimeField()),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="parents", to="protection.assessment"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("informed", True),
                                ("on__isnull", False),
                                ("reason", ""),
                                models.Q(("how", ""), _negated=True),
                            ),
                            models.Q(
                                ("how", ""), ("informed", False), ("on", None), models.Q(("reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="parents_are_informed_or_there_is_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PathSheet",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=12, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("written", "écrite"),
                            ("submitted", "transmise au secrétariat"),
                            ("withdrawn", "retirée"),
                        ],
                        default="written",
                        max_length=20,
                    ),
                ),
                ("written_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="sheets", to="protection.assessment"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="path_sheets",
                        to="directory.organisation",
                    ),
                ),
                (
                    "prefecture",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="path_sheets_received",
                        to="directory.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at", None),
                                ("item__isnull", False),
                                ("prefecture", None),
                                ("state", "written"),
                                ("submitted_at", None),
                            ),
                            models.Q(
                                ("ended_at", None),
                                ("item__isnull", False),
                                ("prefecture__isnull", False),
                                ("state", "submitted"),
                                ("submitted_at__isnull", False),
                            ),
                            models.Q(("ended_at__isnull", False), ("item", None), ("state", "withdrawn")),
                            _connector="OR",
                        ),
                        name="a_sheet_is_where_its_state_says",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Showing",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("session_id", models.UUIDField()),
                ("shown_at", models.DateTimeField()),
                ("hidden_at", models.DateTimeField(null=True)),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="showings", to="protection.pathsheet"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("hidden_at", None)),
                        fields=("sheet", "membership"),
                        name="one_open_showing_per_member",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Writing",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("child", "Qui est l’enfant"),
                            ("note", "Note"),
                            ("synthesis", "Synthèse de l’évaluation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("written_at", models.DateTimeField()),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="writings",
                        to="protection.assessment",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "note"), _negated=True),
                        fields=("assessment", "kind"),
                        name="one_of_each_but_notes",
                    )
                ],
            },
        ),
    ]
