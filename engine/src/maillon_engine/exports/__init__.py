"""The leads of an output in the forms of other tools: sheets and graphs."""

FORMATS = ("csv", "graphml")
