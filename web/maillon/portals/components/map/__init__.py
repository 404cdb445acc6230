"""A département drawn by the server, with a table that says all that the drawing shows. No tiles, no third party."""
