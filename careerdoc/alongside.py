"""Work done in a child process while this one goes on: the other core, where there is one.

The child is a fork, so it starts at once with everything that is loaded; where the system has no fork, the work is
simply done when its result is asked for.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from typing import TYPE_CHECKING, TypeVar

from careerdoc.findings import CareerdocError, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


def spare_cores() -> int:
    """How many children can run without taking this process's core, three at most."""
    return min((os.cpu_count() or 1) - 1, 3) if possible() else 0


def possible() -> bool:
    """Whether a child could run beside this process: a second core, a fork, and no thread that would be torn."""
    return (
        hasattr(os, "fork") and sys.platform != "darwin" and (os.cpu_count() or 1) > 1 and threading.active_count() == 1
    )


def begin(work: Callable[[], Result], what: str) -> Callable[[], Result]:
    """Begin the work in a child; what is given waits for its result.

    An exception of the work is raised again by the waiting call. ``what`` names the work, should the child be killed.
    """
    if not possible():
        return work
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work_and_leave(work, writing)
    os.close(writing)

    def finish() -> Result:
        with os.fdopen(reading, "rb") as pipe:
            data = pipe.read()
        os.waitpid(child, 0)
        if not data:
            raise refusal(
                "CD016", "the process that made it was ended from outside", place=what, hint="is there memory left?"
            )
        succeeded, outcome = pickle.loads(data)  # noqa: S301 - from our own child
        if not succeeded:
            raise outcome
        result: Result = outcome
        return result

    return finish


def _work_and_leave(work: Callable[[], object], writing: int) -> None:
    """The child's whole life. It leaves without cleaning up: files and buffers belong to the parent."""
    try:
        try:
            outcome: tuple[bool, object] = (True, work())
        except CareerdocError as error:
            outcome = (False, error)
        except Exception as error:  # noqa: BLE001 - told by the parent, as if it had happened there
            outcome = (False, RuntimeError(f"{type(error).__name__}: {error}"))
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(outcome, pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)
