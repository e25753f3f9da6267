"""The clock of the machine changes nothing."""

from __future__ import annotations

import subprocess
import sys

TEXT = (
    "VELDEN -- Rivera said Tuesday the vote will be held in June, two weeks after the one of last year. "
    "Now the 4/6 deadline of May 3 is gone; '29 and Easter were long ago, and next week is near."
)
FROZEN = """
import datetime, sys, time

DAY = datetime.date.fromisoformat(sys.argv[1])
SECONDS = datetime.datetime(DAY.year, DAY.month, DAY.day, tzinfo=datetime.UTC).timestamp()


class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls(DAY.year, DAY.month, DAY.day)


class DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(DAY.year, DAY.month, DAY.day, tzinfo=tz)

    today = utcnow = now


datetime.date, datetime.datetime = Date, DateTime
time.time = lambda: SECONDS
real = time.localtime, time.gmtime
time.localtime = lambda seconds=None: real[0](SECONDS if seconds is None else seconds)
time.gmtime = lambda seconds=None: real[1](SECONDS if seconds is None else seconds)

from extract.timex.anchor import find_anchor
from extract.timex import find_timexes

assert datetime.date.today().isoformat() == sys.argv[1]
text = sys.argv[2]
for anchor in (None, "2017", "2017-04", "2017-04-06"):
    print(find_timexes(text, anchor), find_anchor(text, None, published=anchor))
"""


def test_two_days_of_the_machine_give_the_same_bytes() -> None:
    first, second = (
        subprocess.run([sys.executable, "-c", FROZEN, day, TEXT], check=True, capture_output=True).stdout
        for day in ("2001-02-03", "2035-11-30")
    )
    assert first == second
    assert b"2017-06" in first
