"""Measures the engine beside its peers, on corpora that its tests generate. `make bench` in engine/ runs it.

A module a measure, as in web/bench: NAME, and run(), which gives its rows. MAILLON_BENCH_SIZE is the number of texts of
the largest corpora.
"""
