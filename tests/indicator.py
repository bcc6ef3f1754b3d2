"""A scale for the tests: the cable is a pseudo terminal, the indicator a thread at its other end."""

import os
import threading
import tty
from collections.abc import Callable
from contextlib import suppress

STILL = b"ST,GS,+00001.23kg\r\n"
OTHER = b"ST,GS,+00009.87kg\r\n"
MOVING = b"US,GS,+00001.23kg\r\n"
ZERO = b"ST,GS,+00000.00kg\r\n"

_PACE_SECONDS = 0.05


class Indicator:
    """Plugged in at `port` until it is pulled; `frame` is what it says now."""

    def __init__(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.port = os.ttyname(self._slave)
        self.frame = b""
        self.asked = b""
        self.spoken = 0
        self._pulled = threading.Event()
        self._threads: list[threading.Thread] = []

    def send(self, data: bytes) -> None:
        """Say something once, as fast as the cable takes it."""
        os.write(self._master, data)

    def speak(self, frame: bytes) -> None:
        """Say `frame` twenty times a second; how often is counted in `spoken`."""
        self.frame = frame

        def speak() -> None:
            while not self._pulled.wait(_PACE_SECONDS):
                self.send(self.frame)
                self.spoken += 1

        self._begin(speak)

    def answer(self, frame: bytes) -> None:
        """Say `frame` whenever asked; what was asked is kept."""

        def answer() -> None:
            while not self._pulled.is_set():
                self.asked += os.read(self._master, 100)
                self.send(frame)

        self._begin(answer)

    def flood(self, data: bytes) -> None:
        """Say something beside the test that is more than the cable holds."""
        self._begin(lambda: self.send(data))

    def pull(self) -> None:
        """Pull the cable out."""
        if self._pulled.is_set():
            return
        self._pulled.set()
        os.close(self._slave)
        for thread in self._threads:
            thread.join(10 * _PACE_SECONDS)
        os.close(self._master)

    def _begin(self, act: Callable[[], None]) -> None:
        def run() -> None:
            with suppress(OSError):  # the cable is gone
                act()

        thread = threading.Thread(target=run, daemon=True)
        self._threads.append(thread)
        thread.start()
