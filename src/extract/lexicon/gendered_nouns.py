"""Honorifics and nouns that tell the gender of a person, lower case."""

from __future__ import annotations

MALE_TITLES = frozenset(
    """mr sir lord king prince duke baron father pope sultan emperor chairman spokesman congressman
        councilman businessman policeman fireman salesman statesman anchorman cameraman fisherman clergyman
        gentleman actor man boy brother son husband uncle nephew grandfather father-in-law widower monk
        waiter host imam rabbi ayatollah mullah sheikh dad stepfather stepbrother stepson grandson
        brother-in-law son-in-law ex-husband fiancé bridegroom shri sri alhaji mallam datuk""".split()
)
FEMALE_TITLES = frozenset(
    """mrs ms miss dame lady queen princess duchess baroness sister spokeswoman chairwoman congresswoman
        councilwoman businesswoman policewoman actress woman girl daughter mother wife aunt niece
        grandmother widow nun waitress hostess mum mom stepmother stepsister stepdaughter granddaughter
        mother-in-law sister-in-law daughter-in-law ex-wife fiancée bride smt alhaja hajia hajiya""".split()
)
