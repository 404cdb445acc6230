"""The basis that goes with an invented batch, so that it passes the same door as a real one (guardrails G4, G12)."""

_TEXT = """\
# The basis of an invented batch. Nobody obtained these texts anywhere: they were made from the seed {seed}.
service = "Nobody: invented texts"
agent = "maillon-engine synth"
obtained_on = 2026-07-06
obtained_from = "generated, {documents} texts, seed {seed}"
legal_basis = "invented"
procedure = "synthetic-{seed}"
purpose = "Measuring and showing the engine on invented texts"
keep_until = 2099-12-31
"""


def basis_text(seed: int, documents: int) -> str:
    """The TOML of the basis; its legal ground `invented` is what makes every output say that nothing in it is real."""
    return _TEXT.format(seed=seed, documents=documents)
