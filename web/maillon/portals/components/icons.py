"""The product's own icons: strokes on a 24 by 24 grid, drawn for it."""

# Those that point along the line of writing: a theme turns them round in right-to-left scripts.
DIRECTIONAL = frozenset({"arrow-forward", "arrow-back", "chevron", "send", "sign-out", "transfer"})

ICONS: dict[str, str] = {
    "alert": '<path d="M12 4 21 19.5H3Z"/><path d="M12 10v4.5M12 17v.2"/>',
    "arrow-back": '<path d="M19 12H5M11 6l-6 6 6 6"/>',
    "arrow-forward": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "bell": '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15Z"/><path d="M10 20.5h4"/>',
    "building": '<path d="M5 20.5V4h9v16.5M14 9.5h5v11M3 20.5h18M8.5 8h2M8.5 12h2M8.5 16h2"/>',
    "calendar": '<rect x="4" y="5.5" width="16" height="15" rx="2"/><path d="M4 10.5h16M8.5 3v4M15.5 3v4"/>',
    "check": '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
    "check-circle": '<circle cx="12" cy="12" r="8.5"/><path d="m8.3 12.3 2.6 2.6 4.8-5.2"/>',
    "chevron": '<path d="m9.5 6 6 6-6 6"/>',
    "chevron-down": '<path d="m6 9.5 6 6 6-6"/>',
    "child": '<circle cx="12" cy="6.5" r="3"/><path d="M12 9.5v6M7.5 12h9M12 15.5l-3 5M12 15.5l3 5"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "copy": (
        '<rect x="8.5" y="8.5" width="11" height="11" rx="2"/>'
        '<path d="M15.5 5.5a1.5 1.5 0 0 0-1.5-1H6a1.5 1.5 0 0 0-1.5 1.5v8a1.5 1.5 0 0 0 1 1.5"/>'
    ),
    "document": '<path d="M6 3.5h8l4 4v13H6Z"/><path d="M14 3.5v4h4M9 12h6M9 15.5h6"/>',
    "download": '<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"/>',
    "edit": '<path d="m4.5 19.5.8-3.8L16 5l3 3L8.3 18.7Z"/><path d="m13.8 7.2 3 3"/>',
    "eye": (
        '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/>'
        '<circle cx="12" cy="12" r="2.8"/>'
    ),
    "filter": '<path d="M4 6h16M7 12h10M10.5 18h3"/>',
    "flag": '<path d="M6 21V4M6 4.5h11l-2.2 4 2.2 4H6"/>',
    "globe": (
        '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5.5 5 11.5 0 17M12 3.5c-5 5.5-5 11.5 0 17"/>'
    ),
    "hand": (
        '<path d="M8 12V6.5a1.4 1.4 0 0 1 2.8 0V11V5a1.4 1.4 0 0 1 2.8 0v6V6.5a1.4 1.4 0 0 1 2.8 0V15a5.5'
        ' 5.5 0 0 1-5.5 5.5c-2.5 0-3.7-1-4.9-3l-2-3.5a1.4 1.4 0 0 1 2.4-1.4L8 14.5"/>'
    ),
    "history": '<path d="M4.5 8.5A8.5 8.5 0 1 1 3.5 12M4 4v4.5h4.5"/><path d="M12 7.5V12l3 2"/>',
    "home": '<path d="m3.5 11.5 8.5-7.5 8.5 7.5M6 9.5v10.5h12V9.5M10 20v-5.5h4V20"/>',
    "inbox": '<path d="M4 13.5 6.5 5h11L20 13.5V19H4Z"/><path d="M4 13.5h4.5l1.2 2.5h4.6l1.2-2.5H20"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.8V8"/>',
    "key": '<circle cx="8" cy="15.5" r="4"/><path d="M11 12.5 19.5 4M16 7.5l2.5 2.5M13.5 10l1.5 1.5"/>',
    "languages": (
        '<path d="M3 6h10M8 3.5V6M11 6c-.8 4-3.5 7-7.5 8.5M5.5 9c1 2.5 3 4.2 5.5 5.2"/>'
        '<path d="m11.5 20.5 4.5-10 4.5 10M13 17h6"/>'
    ),
    "link": (
        '<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1"/>'
    ),
    "list": '<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.2M4.5 12h.2M4.5 18h.2"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2"/>',
    "mail": '<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4 7 8 6 8-6"/>',
    "map-pin": (
        '<path d="M12 21s6.5-6 6.5-11.2a6.5 6.5 0 0 0-13 0C5.5 15 12 21 12 21Z"/><circle cx="12" cy="9.8" r="2.3"/>'
    ),
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "message": '<path d="M4 5.5h16V17H11l-4.5 3.5V17H4Z"/><path d="M8 9.5h8M8 13h5"/>',
    "people": (
        '<circle cx="9" cy="8.5" r="3"/><path d="M3.5 19c0-3.5 2.3-5.5 5.5-5.5s5.5 2 5.5 5.5M15.5 5.8a3 3 0'
        ' 0 1 0 5.4M17 13.8c2.2.6 3.5 2.4 3.5 5.2"/>'
    ),
    "person": '<circle cx="12" cy="8" r="3.5"/><path d="M5 20c0-4 3-6.5 7-6.5s7 2.5 7 6.5"/>',
    "phone": (
        '<path d="M6 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2C11 19.5 4.5 13 4'
        ' 5.7A2 2 0 0 1 6 3.5Z"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "refresh": '<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 4v4.5H15"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>',
    "send": '<path d="M4 12 20.5 4.5 14 20l-3-6.5Z"/><path d="m11 13.5 9.5-9"/>',
    "settings": (
        '<path d="M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9"/><circle cx="15" cy="7.5" r="2"/>'
        '<circle cx="9" cy="16.5" r="2"/>'
    ),
    "shield": '<path d="M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6Z"/><path d="m9 12 2.2 2.2L15.2 10"/>',
    "sign-out": '<path d="M10 4.5H5v15h5M10 12h10M16 8l4 4-4 4"/>',
    "sms": '<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M10 8h4M10 11.5h4M11.5 18.5h1"/>',
    "transfer": '<path d="M4 8.5h14M14.5 5l3.5 3.5-3.5 3.5M20 15.5H6M9.5 12 6 15.5 9.5 19"/>',
    "trash": '<path d="M4.5 7h15M9 7V4.5h6V7M6.5 7l1 13.5h9l1-13.5M10.5 11v5.5M13.5 11v5.5"/>',
}
