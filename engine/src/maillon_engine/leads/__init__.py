"""Which networks deserve an analyst’s look, and why: evidence of a third party, never anything about a person."""
