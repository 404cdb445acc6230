import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("directory", "0001_initial"),
        ("territories", "0001_initial"),
        ("vault", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("updated_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to="accounts.membership"
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
            name="Report",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=12, unique=True)),
                ("draft_id", models.UUIDField(unique=True)),
                ("submitted_at", models.DateTimeField()),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("witnessed", "Je l’ai vu ou entendu moi-même"),
                            ("phone", "On me l’a dit au téléphone"),
                            ("paper", "On me l’a remis par écrit"),
                            ("told", "On me l’a confié de vive voix"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "observed",
                    models.CharField(
                        choices=[
                            ("now", "En ce moment"),
                            ("today", "Aujourd’hui"),
                            ("week", "Ces derniers jours"),
                            ("earlier", "Il y a plus longtemps"),
                        ],
                        max_length=20,
                    ),
                ),
                ("facts", models.JSONField()),
                (
                    "signs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("drug_link", models.BooleanField(default=False)),
                ("guidance_version", models.CharField(max_length=40)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="reports", to="accounts.membership"
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="territories.commune"
                    ),
                ),
                (
                    "identity",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="reports_sent",
                        to="directory.organisation",
                    ),
                ),
                (
                    "traces",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="vault.sealeditem"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("account__isnull", False), ("erased_at", None)),
                            models.Q(
                                ("account", None), ("erased_at__isnull", False), ("identity", None), ("traces", None)
                            ),
                            _connector="OR",
                        ),
                        name="a_report_has_its_account_until_it_is_erased",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GuidedStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=60)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="accounts.membership",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="reports.report"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("report", "code"), name="one_step_of_a_code_per_report")
                ],
            },
        ),
        migrations.CreateModel(
            name="Transmission",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("ground", models.CharField(max_length=30)),
                ("step_code", models.CharField(blank=True, max_length=60)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "arrivé"),
                            ("opened", "ouvert"),
                            ("acknowledged", "réception confirmée"),
                            ("in_hand", "pris en charge"),
                            ("transferred", "transféré"),
                            ("returned", "rendu à l’expéditeur"),
                            ("closed", "clos"),
                        ],
                        default="sent",
                        max_length=20,
                    ),
                ),
                ("sent_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField(null=True)),
                ("acknowledged_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("acknowledge_by", models.DateTimeField()),
                ("answer_by", models.DateField(null=True)),
                ("handed_back_at", models.DateTimeField(null=True)),
                ("take_up_by", models.DateTimeField(null=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("escalated_at", models.DateTimeField(null=True)),
                ("counted_at", models.DateTimeField(null=True)),
                (
                    "return_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("out_of_area", "Hors de notre territoire"),
                            ("not_competent", "Ne relève pas de nos missions"),
                            ("no_capacity", "Pas de moyens d’agir dans le délai"),
                            ("incomplete", "Éléments insuffisants"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("protected", "La personne est en sécurité"),
                            ("ended", "L’exploitation a pris fin (à vérifier)"),
                            ("accompanied", "La personne est accompagnée"),
                            ("procedure", "Une procédure est ouverte"),
                            ("child_protection", "Une mesure de protection de l’enfance est engagée"),
                            ("declined", "La personne majeure ne souhaite pas d’aide"),
                            ("not_found", "La personne n’a pas pu être retrouvée"),
                            ("unfounded", "Les faits ne sont pas ceux que l’on craignait"),
                            ("duplicate", "Déjà connu par un autre signalement"),
                        ],
                        max_length=20,
                    ),
                ),
                ("verify_on", models.DateField(null=True)),
                ("verified_at", models.DateTimeField(null=True)),
                (
                    "assigned_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="assigned",
                        to="accounts.membership",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="transfers",
                        to="reports.transmission",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="transmissions",
                        to="directory.organisation",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="transmissions", to="reports.report"
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="accounts.membership"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["recipient", "state", "-sent_at"], name="reports_tra_recipie_dbcea6_idx"),
                    models.Index(
                        condition=models.Q(("acknowledged_at", None)),
                        fields=["acknowledge_by"],
                        name="awaiting_acknowledgement",
                    ),
                    models.Index(
                        condition=models.Q(("take_up_by__isnull", False)),
                        fields=["take_up_by"],
                        name="awaiting_taking_up",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state", "closed"),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "closed"), _negated=True), ("closed_at", None), ("outcome", "")
                            ),
                            _connector="OR",
                        ),
                        name="closed_means_dated_and_with_an_outcome",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "ended"), ("verify_on__isnull", False)),
                            models.Q(models.Q(("outcome", "ended"), _negated=True), ("verify_on", None)),
                            _connector="OR",
                        ),
                        name="an_ended_exploitation_is_verified_later",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "transferred"),
                            models.Q(("handed_back_at", None), ("take_up_by", None)),
                            _connector="OR",
                        ),
                        name="only_a_transferred_one_comes_back",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "returned"), _negated=True),
                        fields=("report", "recipient"),
                        name="one_transmission_per_recipient",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("written_at", models.DateTimeField()),
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
                (
                    "transmission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="notes", to="reports.transmission"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("to_reporter", "vers la personne qui a signalé"),
                            ("to_recipient", "vers l’organisation destinataire"),
                        ],
                        max_length=20,
                    ),
                ),
                ("asks", models.BooleanField(default=False)),
                ("sent_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
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
                (
                    "transmission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="messages", to="reports.transmission"
                    ),
                ),
            ],
        ),
    ]
