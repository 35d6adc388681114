"""Sentences about ways and plays that are said outside of pages, in three languages."""

WAYS = {
    "en": {
        "flow": "“{source}” to “{target}”",
        "named": "“{source}” to “{target}”: {name}",
        "element": "“{name}”",
        "event": "“{name}” at “{source}”",
    },
    "fa": {
        "flow": "«{source}» به «{target}»",
        "named": "«{source}» به «{target}»: {name}",
        "element": "«{name}»",
        "event": "«{name}» در «{source}»",
    },
    "ar": {
        "flow": "«{source}» إلى «{target}»",
        "named": "«{source}» إلى «{target}»: {name}",
        "element": "«{name}»",
        "event": "«{name}» عند «{source}»",
    },
}
