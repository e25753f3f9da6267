"""Options of a run into a folder: workers, limits, journal, and when to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract.cli.parameters import SectionOption, with_options
from extract.record.choices import ENGINES, TIME_LIMIT_SECONDS

if TYPE_CHECKING:
    from extract.runs.batch import BatchOptions
    from extract.runs.engines.limits import Limits
    from extract.runs.fingerprint import Fingerprint

_option = partial(click.option, cls=SectionOption, section="Workers, limits and the journal")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """Options of a run with -o. memory_limit: bytes of one worker; None for its share of the machine's."""

    jobs: int = 1
    engine: str = "local"
    scheduler: str | None = None
    journal: Path | None = None
    time_limit: float = TIME_LIMIT_SECONDS
    memory_limit: int | None = None
    fresh: bool = False
    retry_failures: bool = False
    max_failures: int | None = None
    log_json: bool = False

    def check(self) -> None:
        """Raise UsageError for options that contradict each other."""
        if self.scheduler is None:
            return
        if self.engine != "dask":
            raise click.UsageError("--scheduler is for the Dask engine; give --engine dask")
        if self.jobs != 1 or self.memory_limit is not None:
            raise click.UsageError(
                "the workers of --scheduler run already, with memory limits of their own; leave "
                "out --jobs and --memory-limit"
            )

    def limits(self) -> Limits:
        """Limits of each worker. Raises InputError."""
        from extract.runs.engines.limits import Limits, share_of_memory
        from extract.runs.engines.local import cores

        memory = self.memory_limit or share_of_memory(self.jobs or cores())
        return Limits(seconds=self.time_limit, memory=memory)

    def batch_options(self, fingerprint: Fingerprint) -> BatchOptions:
        """Options of the batch. fingerprint: of the run, which results taken over must share."""
        from extract.runs.batch import BatchOptions

        return BatchOptions(
            fresh=self.fresh,
            retry_failures=self.retry_failures,
            max_failures=self.max_failures,
            fingerprint=fingerprint,
        )


def _parse_size(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Parse a size such as 800MB, 2GB or 1.5GiB to bytes, as a callback of click."""
    if value is None:
        return None
    from pydantic import ByteSize, TypeAdapter, ValidationError

    try:
        size = int(TypeAdapter(ByteSize).validate_python(value))
    except ValidationError as error:
        raise click.BadParameter(f"{value!r} is not a size; write 2GB or 800MB") from error
    if size <= 0:
        raise click.BadParameter("give more than 0")
    return size


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """Decorate a command with the options of runs with -o; it gets them as the fields of `RunOptions`."""
    options: list[Callable[..., Any]] = [
        _option(
            "-j",
            "--jobs",
            metavar="N",
            type=click.IntRange(0),
            default=1,
            show_default=True,
            help="Worker processes; 0 for one on each core. Results are the same with any number.",
        ),
        _option(
            "--engine",
            type=click.Choice(ENGINES),
            default="local",
            show_default=True,
            help="Where the work is done: in processes on this machine, or on a Dask cluster.",
        ),
        _option(
            "--scheduler",
            metavar="ADDRESS",
            help="Address of the Dask cluster, tcp://HOST:8786, or its scheduler file (.json).  [default: a "
            "cluster of --jobs processes here]",
        ),
        _option(
            "--journal",
            metavar="FILE",
            type=click.Path(dir_okay=False, path_type=Path),
            help="File on this machine for the journal of a run with a URL as OUT.",
        ),
        _option(
            "--time-limit",
            metavar="SECONDS",
            type=click.FloatRange(0, min_open=True),
            default=TIME_LIMIT_SECONDS,
            show_default=True,
            help="Time limit of an article of up to 50,000 characters, in proportion for longer ones; one "
            "that exceeds it twice is a failure.",
        ),
        _option(
            "--memory-limit",
            metavar="SIZE",
            callback=_parse_size,
            help="Memory limit of each worker, such as 2GB; an article that exceeds it twice is a failure.  "
            "[default: 0.8 of the machine's, shared]",
        ),
        _option("--fresh", is_flag=True, help="Start over: reuse nothing of earlier runs."),
        _option("--retry-failures", is_flag=True, help="Try failed articles again."),
        _option(
            "--max-failures",
            metavar="N",
            type=click.IntRange(0),
            help="Stop when more than N articles have failed.",
        ),
        _option(
            "--log-json", is_flag=True, help="Progress, failures and summary as JSON Lines on standard error."
        ),
    ]
    return with_options(options, command)
