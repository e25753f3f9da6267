"""TIMEX3 values of durations: `P2Y`, `PT16H`, `PXD`."""

from __future__ import annotations

from extract.timex.vocabulary import UNITS


def amount(count: float | None, unit: str) -> str:
    """The TIMEX3 value of `count` units: `P2Y`, `PT16H`, `P2Y6M`; `PXD` for an unknown count."""
    code = UNITS[unit.lower() if unit.lower() in UNITS else unit.lower().removesuffix("s")]
    clock = "T" if unit.lower().startswith(("second", "minute", "hour")) else ""
    scale, letter = int(code[:-1] or 1), code[-1]
    if count is None:
        return f"P{clock}X{'C' if scale == 100 else letter}"
    total = count * scale
    if total != int(total):
        smaller = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60), "D": ("H", 24), "W": ("D", 7)}
        if (letter, clock) != ("M", "") and letter in smaller and total == round(total * 2) / 2:
            name, size = smaller[letter]
            whole = f"{int(total)}{letter}" if int(total) else ""
            part = f"{round((total - int(total)) * size)}{name}"
            return f"P{whole}T{part}" if letter == "D" else f"P{clock}{whole}{part}"
    return f"P{clock}{total:g}{letter}" if total < 1e6 else f"P{clock}{int(total)}{letter}"
