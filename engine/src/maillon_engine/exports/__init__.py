"""The leads of an output in the forms of other tools: sheets, graphs, charts and entities."""

# What needs nothing that is not there anyway, and what needs an extra of the same name.
USUAL = ("csv", "graphml")
FORMATS = (*USUAL, "gexf", "ftm", "i2")
