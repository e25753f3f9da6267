"""Dask engine: on a cluster that is running, or on one of processes of this machine."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from extract.errors import InputError
from extract.runs.engines import Engine, Load
from extract.runs.engines.limits import Limits
from extract.runs.engines.local import cores
from extract.runs.engines.worker import interrupts_held

if TYPE_CHECKING:
    from distributed import Client

    from extract.runs.engines.dask_worker import ExtractPlugin, Versions
from importlib.metadata import version

from extract.runs.fingerprint import PACKAGES, fingerprint
from extract.runs.settings import Settings

_CONNECT_SECONDS = 10.0
_CONFIG: Mapping[str, Any] = {
    # A single article of some megabytes is no mistake.
    "distributed.admin.large-graph-warning-threshold": "1 GB",
}
_LOCAL_CONFIG: Mapping[str, Any] = {
    # On one machine hardly anything but an article ends a worker: the second time is proof enough.
    "distributed.scheduler.allowed-failures": 1,
}


@contextmanager
def dask_engine(
    load: Load,
    *,
    versions: Versions,
    scheduler: str | None = None,
    workers: int = 1,
    limits: Limits | None = None,
    patience: float = 600.0,
) -> Iterator[Engine]:
    """Yield an engine that sends articles to Dask workers.

    scheduler: address (`tcp://10.0.0.1:8786`) or scheduler file (`*.json`) of a cluster; None starts one of
    `workers` processes here (0: one on each core), and ends it. versions: called here and on every worker,
    which must agree. limits: of a worker; those of a running cluster have their own of memory. patience:
    seconds to wait for a first worker, or for another one when all are lost.
    Raises InputError when Dask is not installed, the scheduler does not answer, no worker comes, or a worker
    differs: nothing has been done then.
    """
    try:
        import dask
        import distributed
    except ImportError as error:
        raise InputError("the Dask engine is not installed; pip install 'extract-news[dask]'") from error
    from extract.runs.engines.dask_scheduler import DaskRun
    from extract.runs.engines.dask_worker import ExtractPlugin

    limits = limits or Limits()
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(_CONFIG))
        if scheduler is None:
            stack.enter_context(dask.config.set(_LOCAL_CONFIG))
            with interrupts_held():
                cluster = distributed.LocalCluster(
                    n_workers=workers or cores(),
                    threads_per_worker=1,
                    processes=True,
                    memory_limit=limits.memory or "auto",
                    silence_logs=logging.ERROR,
                    dashboard_address="127.0.0.1:0",
                )
            scheduler = stack.enter_context(cluster).scheduler_address
        client = stack.enter_context(_connected(scheduler))
        plugin = ExtractPlugin(
            name=f"extract-{uuid4().hex}",
            load=load,
            versions=versions,
            expected=versions(),
            limits=limits,
        )
        _prepare(client, plugin, patience)
        stack.callback(_forget, client, plugin)
        yield DaskRun(client=client, plugin=plugin.name, limits=limits, patience=patience)


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    from distributed import Client

    try:
        if scheduler.endswith(".json"):
            # Dask would wait for the file, however long it takes.
            scheduler = json.loads(Path(scheduler).read_bytes())["address"]
        client = Client(scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"no Dask scheduler answers at {scheduler}: {error}; give its address as tcp://HOST:8786, or its "
            "scheduler file"
        ) from error
    with client:
        yield client


def _prepare(client: Client, plugin: ExtractPlugin, patience: float) -> None:
    """Check that there are workers, and that they can do the work."""
    from extract.runs.engines.dask_worker import make_ready

    try:
        # A task and no mere waiting: clusters that grow with their work start a worker only for some.
        client.submit(int, key=f"{plugin.name}-first").result(timeout=patience)
    except TimeoutError as error:
        raise InputError(
            f"the Dask scheduler has had no worker for {patience:.0f} s; start workers (dask worker ADDRESS)"
        ) from error
    try:
        client.register_plugin(plugin)
    except Exception as error:  # whatever a package that is missing or old there raises
        raise InputError(_WORKER_UNABLE.format(where="a worker", error=_said(error))) from error
    for address, answer in client.run(make_ready, plugin.name, on_error="return").items():
        if isinstance(answer, BaseException):
            raise InputError(
                _WORKER_UNABLE.format(where=f"worker {address}", error=_said(answer))
            ) from answer
        if answer is not None:
            raise InputError(f"worker {address}: {answer}")


def _forget(client: Client, plugin: ExtractPlugin) -> None:
    """Free what this run holds in the memory of workers that still run."""
    if client.status == "running":
        with suppress(OSError):
            client.unregister_worker_plugin(plugin.name)


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


_WORKER_UNABLE = (
    "{where} of the Dask cluster cannot run extract ({error}); install the same version there as here"
)


def versions(settings: Settings) -> Mapping[str, str]:
    """List the versions that workers must share, most telling first, a digest of all files last.

    Raises ModelError.
    """
    made = fingerprint(settings)
    return {
        "extract": made.provenance.extract,
        "the model": made.provenance.model,
        **{name: version(name) for name in PACKAGES},
        "the digest of extract's and the model's files": made.digest.hex(),
    }
