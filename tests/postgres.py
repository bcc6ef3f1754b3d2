"""A private PostgreSQL server for the tests: own folder, own port, own password, gone afterwards."""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

OLDEST_MAJOR = 15
MOST_DATABASES = 20
PORTS = range(20_000, 32_000)
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
)


@cache
def find_server() -> Path | None:
    """The folder with the programs of the newest PostgreSQL that is new enough."""
    on_path = shutil.which("pg_ctl")
    folders = [Path(on_path).parent] if on_path else []
    for place in PLACES:
        anchor = Path(place).anchor
        folders += Path(anchor).glob(place.removeprefix(anchor))
    found = {major_version(folder): folder for folder in folders if has_server(folder)}
    newest = max(found, default=0)
    return found[newest] if newest >= OLDEST_MAJOR else None


def has_server(folder: Path) -> bool:
    """Tell a server's folder from one that holds only the client."""
    return all(shutil.which(program, path=str(folder)) for program in ("pg_ctl", "initdb", "postgres"))


def major_version(folder: Path) -> int:
    """Ask the programs in a folder for their version."""
    answer = subprocess.run([folder / "pg_ctl", "--version"], capture_output=True, text=True, check=True)
    number = re.search(r"(\d+)", answer.stdout)
    return int(number[1]) if number else 0


class PostgresServer:
    """A cluster in a temporary folder. It keeps its port and its data over `stop()` and `start()`."""

    def __init__(self) -> None:
        programs = find_server()
        if programs is None:
            raise RuntimeError(f"no PostgreSQL {OLDEST_MAJOR} or newer; `make test` installs one on Debian")
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="daurulang-postgres-"))
        self.password = secrets.token_hex(8)
        self.port = free_port()
        self._databases = 0
        self._in_use: deque[str] = deque()
        self._prepared: dict[Callable[[str], object], str] = {}
        # PostgreSQL refuses to work for root.
        self._owner = unprivileged_user() if sys.platform != "win32" and os.geteuid() == 0 else None
        password_file = self.folder / "password"
        password_file.write_text(self.password)
        if self._owner:
            for path in (self.folder, password_file):
                shutil.chown(path, self._owner)
        self._run(
            *("initdb", "--pgdata", "data", "--username", "daurulang", "--pwfile", "password"),
            *("--auth", "password", "--encoding", "UTF8", "--no-locale", "--no-sync"),
        )

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        # After a power cut thousands of files would be synced one by one.
        settings = ("listen_addresses=127.0.0.1", "recovery_init_sync_method=syncfs", "unix_socket_directories=")
        options = f"-p {self.port} " + " ".join(f"-c {each}" for each in settings)
        self._run("pg_ctl", "start", "--wait", "--silent", "-D", "data", "-l", "log", "-o", options)

    def stop(self, mode: Literal["smart", "fast", "immediate"] = "fast") -> None:
        """Stop the server; `immediate` ends it as a power cut would."""
        self._run("pg_ctl", "stop", "--wait", "--silent", "-D", "data", "-m", mode)

    def url(self, database: str) -> str:
        """The address of a database, as the program takes it."""
        return f"postgresql://daurulang:{self.password}@127.0.0.1:{self.port}/{database}"

    def fresh_url(self, prepare: Callable[[str], object] | None = None) -> str:
        """The address of a new database of its own.

        `prepare` fills a pattern from its address, once for this server, and must close its connections;
        every later database is a copy of the pattern. The oldest of many goes again: each is hundreds of files.
        """
        while len(self._in_use) >= MOST_DATABASES:
            self._drop(self._in_use.popleft())
        url = self._fresh_url(prepare)
        self._in_use.append(url.rpartition("/")[2])
        return url

    def _fresh_url(self, prepare: Callable[[str], object] | None) -> str:
        if prepare is None:
            return self._create("template0")
        if prepare not in self._prepared:
            pattern = self._create("template0")
            prepare(pattern)
            self._prepared[prepare] = pattern.rpartition("/")[2]
        return self._create(self._prepared[prepare])

    def _create(self, pattern: str) -> str:
        import psycopg

        self._databases += 1
        name = f"book_{self._databases}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            # Both names are our own.
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {pattern}".encode())
        return self.url(name)

    def _drop(self, name: str) -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

    def _run(self, program: str, *arguments: str) -> None:
        # A file and not a pipe: the server inherits it from pg_ctl and would hold a pipe open.
        with (self.folder / "output").open("wb") as output:
            answer = subprocess.run(
                [self.programs / program, *arguments],
                cwd=self.folder,
                user=self._owner,
                group=self._owner,
                extra_groups=[] if self._owner else None,
                stdout=output,
                stderr=output,
                check=False,
            )
        if answer.returncode:
            told = [
                path.read_text(errors="replace")
                for path in map(self.folder.joinpath, ("output", "log"))
                if path.exists()
            ]
            raise RuntimeError(f"{program} failed: {''.join(told)}")


def unprivileged_user() -> str:
    """A user for the server to run as: the one of Debian's package where there is one."""
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def free_port() -> int:
    """A port nobody listens on, below those that systems give to whoever calls out: after a fall it is free still."""
    while True:
        port = secrets.choice(PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
