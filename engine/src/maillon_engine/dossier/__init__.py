"""The dossier: one page that an analyst can read, print, check and contest, for each lead of a run."""
