"""A line to the server that can be cut at a commit."""

import select
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field


@dataclass
class Line:
    """A line to the server that is cut when the next COMMIT comes by: `before` it, `behind` it on its way back, or
    as soon as it is `sent`."""

    port: int
    cut: str = ""
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))

    def __post_init__(self) -> None:
        threading.Thread(target=self._answer_calls, daemon=True).start()

    def _answer_calls(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.port))
            for each in (client, server):  # a line that waits for more to carry is no part of the experiment
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._carry, args=(client, server), daemon=True).start()

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        with client, server, suppress(OSError):
            while True:
                for source in select.select([client, server], [], [])[0]:
                    data = source.recv(1 << 16)
                    now = ""
                    if source is client and b"COMMIT" in data:
                        now, self.cut = self.cut, ""
                    if not data or now == "before":
                        return
                    (server if source is client else client).sendall(data)
                    if now == "behind":
                        server.recv(1 << 16)
                    if now:
                        return
