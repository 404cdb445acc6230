"""What can be wrong with the guidance's data. Read by whoever edits them, never by a reporter."""


class BrokenRulebook(Exception):  # noqa: N818 - says what it finds
    """The data can't be used; the message names the file, the record and what is wrong with it."""
