"""The collector of cyclic garbage rests while a batch is in hand."""

from __future__ import annotations

import gc

import pytest

from extract.collector import paused_collection


def test_nothing_is_collected_inside() -> None:
    with paused_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_ends_the_rest_too() -> None:
    with pytest.raises(ValueError, match="broken"), paused_collection():
        raise ValueError("broken")
    assert gc.isenabled()


def test_a_caller_who_has_stopped_the_collector_keeps_it_stopped() -> None:
    gc.disable()
    try:
        with paused_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
