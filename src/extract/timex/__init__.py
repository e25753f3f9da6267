"""Time expressions of news English: found, and resolved against the date of the article. Knows no spaCy."""

from extract.timex.finder import find_timexes

__all__ = ["find_timexes"]
