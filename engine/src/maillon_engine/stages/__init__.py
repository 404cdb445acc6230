"""The stages of a run, each from tables to tables: documents, identifiers, clusters, edges, networks, leads."""
