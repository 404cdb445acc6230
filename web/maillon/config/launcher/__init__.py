"""Starts the whole product on one machine, on loopback: database, both processes, job worker. Stops it as a whole."""
