"""How kernels are compiled: kept on disk between runs, free of Python's lock, and without a check of each index."""

import os

import numba

compiled = numba.njit(cache=True, nogil=True, boundscheck=False)


def threads() -> int:
    """How many threads the compiled kernels are given."""
    return os.cpu_count() or 1
