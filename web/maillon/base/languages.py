"""The languages of the public door, by their own names. French and English are the project's own; the others have a
catalogue in portals/public/locale, which somebody who speaks the language has to read."""

DOOR_LANGUAGES = [
    ("fr", "Français"),
    ("fr-simple", "Français facile à lire"),
    ("en", "English"),
    ("en-ng", "Plain English (Nigeria)"),
    ("es", "Español"),
    ("pt-br", "Português (Brasil)"),
    ("ro", "Română"),
    ("bg", "Български"),
    ("sq", "Shqip"),
    ("ar", "العربية"),
    ("zh-hans", "中文"),
]
# Those of the pages that are made for professionals, at either door.
SHARED_LANGUAGES = ("fr", "en")
