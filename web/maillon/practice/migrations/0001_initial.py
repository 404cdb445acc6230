import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("directory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Room",
            fields=[
                ("practice", models.BooleanField(db_default=True, default=True, editable=False)),
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=7)),
                (
                    "scenarios",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), size=None),
                ),
                ("opened_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("counts", models.JSONField(null=True)),
                ("forgotten_at", models.DateTimeField(null=True)),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="practice_rooms",
                        to="accounts.membership",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="practice_rooms",
                        to="directory.organisation",
                    ),
                ),
            ],
            options={
                "db_table": "practice_room",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("practice", True)), name="room_is_practice"),
                    models.UniqueConstraint(
                        condition=models.Q(("code", ""), _negated=True), fields=("code",), name="one_room_per_code"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("counts", None), ("forgotten_at", None)),
                            models.Q(("code", ""), ("counts__isnull", False), ("forgotten_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_forgotten_room_keeps_counts_alone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Player",
            fields=[
                ("practice", models.BooleanField(db_default=True, default=True, editable=False)),
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("joined_at", models.DateTimeField()),
                (
                    "room",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="players", to="practice.room"
                    ),
                ),
            ],
            options={
                "db_table": "practice_player",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("practice", True)), name="player_is_practice")
                ],
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("practice", models.BooleanField(db_default=True, default=True, editable=False)),
                ("scenario", models.CharField(max_length=60)),
                ("signs", models.JSONField()),
                ("step", models.CharField(max_length=60)),
                (
                    "player",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="turns", to="practice.player"
                    ),
                ),
            ],
            options={
                "db_table": "practice_turn",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("practice", True)), name="turn_is_practice"),
                    models.UniqueConstraint(fields=("player", "scenario"), name="one_turn_per_player_and_scenario"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Questionnaire",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("practice", models.BooleanField(db_default=True, default=True, editable=False)),
                ("moment", models.CharField(choices=[("before", "Avant"), ("after", "Après")], max_length=10)),
                ("answers", models.JSONField()),
                (
                    "player",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="questionnaires", to="practice.player"
                    ),
                ),
            ],
            options={
                "db_table": "practice_questionnaire",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("practice", True)), name="questionnaire_is_practice"),
                    models.UniqueConstraint(
                        fields=("player", "moment"), name="one_questionnaire_per_player_and_moment"
                    ),
                ],
            },
        ),
    ]
