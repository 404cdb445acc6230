"""Names that writing HSDS puts down and reading finds again."""

PREFIX = "maillon:"
NEED, WELCOMES, EXCLUDES = f"{PREFIX}need", f"{PREFIX}welcomes", f"{PREFIX}excludes"
# Fields of Record that HSDS has no place for, each an attribute with a value.
PLAIN = ("zone_kind", "cost", "is_confidential", "confidence", "confirmed_by", "source_url", "ended_on")
EXTERNAL_ID = f"{PREFIX}external_id"
INSEE, SIRET = "INSEE", "SIRET"
