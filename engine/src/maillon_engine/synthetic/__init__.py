"""Harmless invented corpora with planted truth: what the engine is measured and shown on (guardrail G12)."""
