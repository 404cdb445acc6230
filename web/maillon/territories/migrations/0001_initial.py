import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import maillon.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Departement",
            fields=[
                ("code", models.CharField(max_length=3, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=60)),
            ],
        ),
        migrations.CreateModel(
            name="Commune",
            fields=[
                ("code", models.CharField(max_length=5, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=60)),
                (
                    "postal_codes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5), default=list, size=None
                    ),
                ),
                ("population", models.PositiveIntegerField(null=True)),
                ("epci", models.CharField(blank=True, max_length=9)),
                ("epci_name", models.CharField(blank=True, max_length=120)),
                ("longitude", models.FloatField(null=True)),
                ("latitude", models.FloatField(null=True)),
                ("search_key", models.CharField(max_length=80)),
                (
                    "departement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="communes",
                        to="territories.departement",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["departement", "search_key"], name="commune_by_departement")],
            },
        ),
        migrations.CreateModel(
            name="Jurisdiction",
            fields=[
                ("code", models.SlugField(max_length=60, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("prosecutor", "Parquet"),
                            ("force", "Police ou gendarmerie"),
                            ("council", "Conseil départemental"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "confidence",
                    models.CharField(
                        choices=[("verified", "verified"), ("secondary", "secondary"), ("unconfirmed", "unconfirmed")],
                        max_length=20,
                    ),
                ),
                ("source", models.CharField(max_length=200)),
                (
                    "departement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="jurisdictions",
                        to="territories.departement",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Competence",
            fields=[
                ("id", models.UUIDField(default=maillon.base.ids.new_id, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("prosecutor", "Parquet"),
                            ("force", "Police ou gendarmerie"),
                            ("council", "Conseil départemental"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        choices=[("verified", "verified"), ("secondary", "secondary"), ("unconfirmed", "unconfirmed")],
                        max_length=20,
                    ),
                ),
                ("source", models.CharField(max_length=200)),
                ("checked_on", models.DateField()),
                ("edited_at", models.DateTimeField(null=True)),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="competences",
                        to="territories.commune",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="competences",
                        to="territories.jurisdiction",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("commune", "kind"), name="one_jurisdiction_of_a_kind_per_commune")
                ],
            },
        ),
        migrations.CreateModel(
            name="CommuneName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "whole name"), (1, "from a later word on"), (2, "postal code")]
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                ("departement_code", models.CharField(max_length=3)),
                ("population", models.PositiveIntegerField(default=0)),
                (
                    "typo_keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), default=list, size=None
                    ),
                ),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="territories.commune"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["key"], name="commune_name_prefix", opclasses=["varchar_pattern_ops"]),
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["typo_keys"], name="commune_name_typos"
                    ),
                ],
            },
        ),
    ]
