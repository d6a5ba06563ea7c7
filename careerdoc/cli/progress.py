"""A line on the terminal while a build takes longer than a second; nothing in a pipe."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 1.0
"""Seconds before anything is shown."""


class Progress:
    """Which of several targets is being made. Drawn by a timer, so that one long target shows as well."""

    def __init__(self, names: Sequence[str], *, quiet: bool) -> None:
        """``names`` are the targets in the order they are made."""
        self.names = names
        self.index = 0
        self.shown = False
        self.wanted = not quiet and sys.stderr.isatty()
        self.lock = threading.Lock()
        self.timer = threading.Timer(PATIENCE, self._begin)
        self.timer.daemon = True

    def __enter__(self) -> Self:
        if self.wanted:
            self.timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def step(self) -> None:
        """The current target is done."""
        with self.lock:
            self.index += 1
            if self.shown:
                self._draw()

    def clear(self) -> None:
        """Take the line away."""
        self.timer.cancel()
        with self.lock:
            self.wanted = False
            if self.shown:
                sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()
                self.shown = False

    def _begin(self) -> None:
        with self.lock:
            if self.wanted:
                self.shown = True
                self._draw()

    def _draw(self) -> None:
        if self.index < len(self.names):
            sys.stderr.write(f"\r\x1b[Kmaking {self.names[self.index]} ({self.index + 1} of {len(self.names)}) …")
            sys.stderr.flush()
