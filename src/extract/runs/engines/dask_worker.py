"""Worker side of the Dask engine: a plugin that holds the extractor, and the tasks."""

from __future__ import annotations

import faulthandler
import os
import pickle
from collections.abc import Callable, Mapping
from threading import Lock

from distributed import Worker, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from extract.article import Article
from extract.errors import ExtractError, InputError
from extract.runs.engines import Load
from extract.runs.engines.limits import Limits
from extract.runs.extractor import Extractor, Outcome

_STDERR_DESCRIPTOR = 2  # the only kind of file that can be written while the interpreter is held

Versions = Callable[[], Mapping[str, str]]


class ExtractPlugin(WorkerPlugin):
    """Plugin that holds the extractor of one run on a worker; the first task loads it.

    Dask gives a plugin to later workers too, and removes it with the run. expected: the versions where the
    run was started. limits: of time alone; a worker that exceeds it ends itself, whatever it is caught in,
    and its nanny starts it anew. The nanny watches the memory.
    """

    def __init__(
        self,
        *,
        name: str,
        load: Load,
        versions: Versions,
        expected: Mapping[str, str],
        limits: Limits,
    ) -> None:
        self.name = name
        self._load, self._versions, self._expected = load, versions, dict(expected)
        self._limits = limits
        self._extractor: Extractor | None = None

    def setup(self, worker: Worker) -> None:
        """Prepare the worker, called by Dask. One chunk at a time is worked on: a pipeline has one user."""
        self._one_at_a_time = Lock()
        # Dask keeps the libraries below the encoder to one thread, but does not know of this one.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

    def outcomes(self, pickled: bytes) -> list[Outcome]:
        """Make the outcomes of pickled articles, in order."""
        articles: list[Article] = pickle.loads(pickled)
        with self._one_at_a_time:
            extractor = self._loaded()
            # The one clock that also rings while a regular expression holds the interpreter.
            seconds = self._limits.seconds_for(articles)
            faulthandler.dump_traceback_later(seconds, exit=True, file=_STDERR_DESCRIPTOR)
            try:
                return extractor(articles)
            finally:
                faulthandler.cancel_dump_traceback_later()

    def make_ready(self) -> str | None:
        """Load the extractor; return the reason where that fails."""
        try:
            with self._one_at_a_time:
                self._loaded()
        except ExtractError as error:
            return str(error)
        return None

    def _loaded(self) -> Extractor:
        """Load the extractor once. Raises InputError for other versions than where the run was started."""
        if self._extractor is None:
            found = self._versions()
            for what, wanted in self._expected.items():
                if found.get(what) != wanted:
                    raise InputError(
                        f"{what} is {found.get(what)} there and {wanted} here; "
                        "install the same on both, then start again"
                    )
            self._extractor = self._load()
        return self._extractor


def outcomes_on_worker(plugin: str, pickled: bytes) -> list[Outcome]:
    """Task of a chunk: make the outcomes of its pickled articles, which the scheduler only passes on."""
    return _plugin(get_worker(), plugin).outcomes(pickled)


def make_ready(plugin: str, dask_worker: Worker) -> str | None:
    """Load the extractor of this worker before there is work; return the reason where that fails."""
    return _plugin(dask_worker, plugin).make_ready()


def _plugin(worker: Worker, name: str) -> ExtractPlugin:
    found = worker.plugins[name]
    assert isinstance(found, ExtractPlugin)
    return found
