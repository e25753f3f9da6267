"""Recognize time expressions (TIMEX3) in English news and resolve them to EDTF, given the article's date.

Knows no spaCy.
"""

from extract.timex.finder import find_timexes

__all__ = ["find_timexes"]
