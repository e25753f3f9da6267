"""Result of a merge, counted."""

from __future__ import annotations

from dataclasses import dataclass

from extract.errors import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSummary:
    """Result of a merge. changed: records with another name than before. names: of people and organizations.

    merged: names replaced; into: by how many. to_check: rows for a person to decide. unknown: lines of the
    applied table whose names stand in no record.
    """

    records: int
    changed: int
    names: int
    merged: int
    into: int
    to_check: int = 0
    unknown: tuple[int, ...] = ()

    def line(self) -> str:
        """Format one line for the user."""
        names = counted(self.names, "name")
        line = (
            f"{self.merged:,} of {names} merged into {self.into:,}"
            if self.merged
            else f"{names}, none merged"
        )
        return line + (f"; {self.to_check:,} to check" if self.to_check else "")
