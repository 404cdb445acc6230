"""Leads as entities of FollowTheMoney, for Aleph, OpenAleph and what else reads its JSON lines.

Nobody becomes a Person or a LegalEntity here, and nothing has an owner (guardrail G1): texts are PlainText, what they
share is an account, a vehicle or a note, and a lead is a Note on its texts: a question, and no organisation.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from maillon_engine.dossier import words
from maillon_engine.dossier.masking import masked_text
from maillon_engine.dossier.reading import Material
from maillon_engine.exports import extras
from maillon_engine.exports.network import Network, Text, Tie, Trait, numbered

NAME = "leads.ftm.json"
_SCHEMATA = {
    "phone": "UserAccount", "email": "UserAccount", "handle": "UserAccount", "payment": "UserAccount",
    "iban": "BankAccount", "crypto": "CryptoWallet", "plate": "Vehicle",
}  # fmt: skip
# The properties that hold the value itself: the library drops a masked one that is no number or address any more.
_EXACT = {"phone": "phone", "email": "email", "iban": "iban"}


def write(
    folder: Path, found: Sequence[Material], network: Network, manifest: Mapping[str, Any], *, reveal: bool
) -> list[Path]:
    """Writes leads.ftm.json, an entity a line, each cleaned and validated by FollowTheMoney's own model.

    Ids hold inside one output: they begin with a digest of the batch and say nothing of what they stand for. Raises
    MissingExtra without followthemoney.
    """
    maker = _Maker(extras.library("ftm").model, _prefix(manifest))
    path = folder / NAME
    with path.open("w", encoding="utf-8") as file:
        for entity in _entities(maker, found, network, manifest, reveal=reveal):
            file.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")
    return [path]


def _prefix(manifest: Mapping[str, Any]) -> str:
    files = "".join(str(one["sha256"]) for one in manifest["batch"])
    return f"maillon-{hashlib.sha256(files.encode()).hexdigest()[:12]}"


class _Maker:
    """Makes entities of the model, under one prefix."""

    def __init__(self, model: Any, prefix: str) -> None:
        self.model, self.prefix = model, prefix

    def name(self, key: str) -> str:
        """The id of an entity."""
        return f"{self.prefix}-{key}"

    def entity(self, schema: str, key: str, **properties: object) -> dict[str, Any]:
        """An entity as it is written. Raises InvalidData where the model does not allow it."""
        made = self.model.make_entity(schema)
        made.id = self.name(key)
        for name, value in properties.items():
            if value is not None:
                made.add(name, value)
        made.schema.validate(made.to_dict())
        entity: dict[str, Any] = made.to_dict()
        return entity


def _entities(
    maker: _Maker, found: Sequence[Material], network: Network, manifest: Mapping[str, Any], *, reveal: bool
) -> Iterator[dict[str, Any]]:
    texts, traits = numbered(network)
    for text in network.texts.values():
        yield _document(maker, texts[text.id], text)
    for trait in network.traits.values():
        yield _shared(maker, traits[trait.kind, trait.value], trait)
    for place, tie in enumerate(network.ties, start=1):
        yield _link(maker, place, tie, maker.name(texts[tie.text]), maker.name(traits[tie.trait]))
    for one in found:
        yield from _lead(maker, one, texts, manifest, reveal=reveal)


def _document(maker: _Maker, key: str, text: Text) -> dict[str, Any]:
    at = text.posted_at.isoformat() if text.posted_at else None
    return maker.entity(
        "PlainText", key, fileName=text.label, title=text.label, bodyText=text.text, publishedAt=at,
        locationMentioned=text.place or None, publisher=text.source or None, mimeType="text/plain",
    )  # fmt: skip


def _shared(maker: _Maker, key: str, trait: Trait) -> dict[str, Any]:
    schema = _SCHEMATA.get(trait.kind, "Note")
    head, separator, tail = trait.label.partition(":")
    kind = words.kind(trait.kind)
    exact = {_EXACT[trait.kind]: trait.label} if trait.kind in _EXACT else {}
    if schema == "UserAccount":
        service = head if separator else kind
        return maker.entity(schema, key, username=tail if separator else trait.label, service=service, **exact)
    if schema == "BankAccount":
        return maker.entity(schema, key, name=trait.label, accountNumber=trait.label, **exact)
    if schema == "CryptoWallet":
        return maker.entity(schema, key, name=trait.label, publicKey=tail or head, currency=head if tail else None)
    if schema == "Vehicle":
        return maker.entity(schema, key, name=trait.label, registrationNumber=tail or head)
    return maker.entity(schema, key, name=f"{kind} {trait.label}", description=f"{kind} : {trait.label}")


def _link(maker: _Maker, place: int, tie: Tie, text: str, trait: str) -> dict[str, Any]:
    return maker.entity(
        "UnknownLink", f"tie-{place}", subject=text, object=trait, role=words.kind(tie.trait[0]),
        summary=f"{tie.weight:.1f} bits", description=tie.why, proof=text,
    )  # fmt: skip


def _lead(
    maker: _Maker, one: Material, texts: Mapping[str, str], manifest: Mapping[str, Any], *, reveal: bool
) -> Iterator[dict[str, Any]]:
    basis, lead = manifest["basis"], one.lead
    key = f"lead-{lead['network_id']}"
    rests = f"{basis['service']} ; {basis['procedure']} ; {basis['purpose']} ; à effacer après le {basis['keep_until']}"
    yield maker.entity(
        "Note", key, name=f"Piste {lead['rank']}", summary=f"{lead['strength']:.0f} bits d’indices d’organisation",
        description="Une question posée à un enquêteur : ni une preuve, ni un avis sur une personne.", notes=rests,
        entity=_named(maker, texts, (text.id for text in one.texts)),
        keywords="données inventées" if basis["invented"] else None,
    )  # fmt: skip
    for place, item in enumerate(lead["evidence"], start=1):
        said = item["statement"] or item["code"]
        yield maker.entity(
            "Note", f"{key}-{place}", name=item["code"], summary="à décharge" if item["side"] != "for" else "à charge",
            description=said if reveal else masked_text(said, (), one.names), notes=item["source"],
            keywords=words.evidence_class(item["evidence_class"]),
            entity=[maker.name(key), *_named(maker, texts, (span["id"] for span in item["spans"] or ()))],
        )  # fmt: skip


def _named(maker: _Maker, texts: Mapping[str, str], ids: Iterable[str]) -> list[str]:
    return [maker.name(texts[key]) for key in dict.fromkeys(ids) if key in texts]
