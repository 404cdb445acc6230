"""The directory's doors to other directories: files in, files out. See docs/reference/directory-formats.md."""
