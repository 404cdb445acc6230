"""From a batch and its basis to a directory of results: every stage once, resumable, nothing of others left behind."""
