"""Following a person, on screen: the list, a case, each act as a short form of its own. Decides nothing by itself."""
