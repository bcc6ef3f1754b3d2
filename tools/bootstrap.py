"""Prepares the machine and `.venv`, then does one job: `python3 tools/bootstrap.py run|test|faults|lint|bench|…`.

Needs nothing but Python 3.11 and pip. A prepared tree is recognised by stamp files in `.venv`, so that the second
time costs nothing to speak of.
"""

from __future__ import annotations  # so that even an older Python reaches its refusal in main()

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
ROOM_FOR_TESTS = 6 << 30
PYTHON = BIN / ("python.exe" if WINDOWS else "python")

# Libraries that Qt loads from a Linux system, and the Debian package that brings each.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libcups.so.2": "libcups2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}

# Debian would also create and start a server of its own; the tests bring theirs up in a private folder.
INSTALL_WITHOUT_CLUSTER = """
set -e
own=/etc/postgresql-common/createcluster.d/daurulang.conf
mkdir -p "${own%/*}"
echo 'create_main_cluster = false' > "$own"
trap 'rm -f "$own"' EXIT
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq --no-install-recommends "$@" > /dev/null
"""


def main() -> None:
    """Do the job named on the command line."""
    if sys.version_info < (3, 11):
        sys.exit("Daur Ulang memerlukan Python 3.11 atau yang lebih baru.")
    jobs = {"run": run, "test": test, "lint": lint, "bench": bench, "lock": lock}
    jobs |= {"faults": faults, "faults-long": faults_long, "heartbeat": heartbeat}
    if len(sys.argv) != 2 or sys.argv[1] not in jobs:
        sys.exit(f"Cara pakai: python3 tools/bootstrap.py {'|'.join(jobs)}")
    os.chdir(ROOT)
    jobs[sys.argv[1]]()


def run() -> None:
    """Open the program, or its demonstration where there is no screen."""
    prepare("run")
    command = [str(BIN / "daurulang")]
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        print("Tidak ada layar di sini, jadi yang dijalankan adalah peragaan: daurulang demo", flush=True)
        command.append("demo")
    if WINDOWS:  # where exec would return to the shell before the program ends
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def test() -> None:
    """Check the sources, run the whole suite with the coverage of `daurulang`, then the short proof under faults."""
    lint()
    with in_memory():
        call(PYTHON, "-m", "pytest", "-n", "2", "--ignore=tests/ui", "--cov", "--cov-fail-under=95")
        # What is counted is the business, which its own tests go through; counting slows everything by half.
        call(PYTHON, "-m", "pytest", "-n", "2", "tests/ui")
    faults()


def heartbeat() -> None:
    """Measure on a big book how long the window pauses; for a quiet machine."""
    prepare("dev")
    call(PYTHON, "-m", "pytest", "-m", "heartbeat")


@contextmanager
def in_memory() -> Iterator[None]:
    """Temporary files in memory where a Linux has room there: the tests make a million of them, mostly PostgreSQL's."""
    memory = Path("/dev/shm")  # noqa: S108  (the folder that is made in it is our own)
    if not memory.is_dir() or shutil.disk_usage(memory).free < ROOM_FOR_TESTS:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="daurulang-tests-", dir=memory) as folder:
        Path(folder).chmod(0o755)  # PostgreSQL works for another user
        os.environ["TMPDIR"] = folder
        try:
            yield
        finally:
            del os.environ["TMPDIR"]


def faults() -> None:
    """Kill, cut and fill up what the books stand on, and print what came out."""
    prove()


def faults_long() -> None:
    """The same for half an hour, written to docs/reliability.md."""
    prove("--long", "--write")


def prove(*options: str) -> None:
    """Run tests/faults, which forks, preloads and mounts as only Linux does."""
    if sys.platform != "linux":
        print("make faults memerlukan Linux.")
        return
    prepare("dev")
    call(PYTHON, "-m", "tests.faults", *options)


def lint() -> None:
    """Check style and types."""
    prepare("dev")
    call(BIN / "ruff", "check", "--quiet", ".")
    call(BIN / "ruff", "format", "--quiet", "--check", ".")
    call(PYTHON, "-m", "mypy", "--no-error-summary")


def bench() -> None:
    """Measure and print the ratios."""
    prepare("dev")
    call(PYTHON, "-m", "benchmarks")


def lock() -> None:
    """Write the exact versions and hashes of every platform's files, without naming where they come from."""
    if not shutil.which("uv"):
        sys.exit("make lock memerlukan program uv.")
    compile_lock = (
        *("uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11"),
        *("--upgrade", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"),
    )
    call(*compile_lock, "--group", "build", "-o", "requirements/run.txt")
    # docopt serves only num2words' own command and has no wheel.
    without = ("--no-emit-package", "docopt")
    call(*compile_lock, "--group", "dev", "-c", "requirements/run.txt", *without, "-o", "requirements/dev.txt")


def prepare(purpose: str) -> None:
    """Make the system and `.venv` ready for `run` or `dev`; `dev` contains all of `run`."""
    stamps = {"run": fingerprint("run"), "dev": fingerprint("dev")}
    wanted = ("run", "dev") if purpose == "run" else ("dev",)
    if not any(stamp(name).exists() and stamp(name).read_text() == stamps[name] for name in wanted):
        install_system_packages(purpose)
        install_python_packages(purpose)
        stamp(purpose).write_text(stamps[purpose])
    compile_translations()


def stamp(purpose: str) -> Path:
    """Where it is written down what `.venv` was prepared from."""
    return VENV / f"prepared-{purpose}"


def fingerprint(purpose: str) -> str:
    """What `.venv` is prepared from: this interpreter, this place, the project and its lock."""
    sources = [ROOT / "pyproject.toml", ROOT / "requirements" / f"{purpose}.txt", Path(__file__)]
    content = b"".join(path.read_bytes() for path in sources)
    return hashlib.sha256(f"{sys.version}{ROOT}".encode() + content).hexdigest()


def install_python_packages(purpose: str) -> None:
    """Fill `.venv` from the lock. Debian's Python comes without ensurepip, so the pip outside works on it."""
    print("Memasang pustaka Python ke .venv; yang pertama kali perlu mengunduh sekitar 150 MB.", flush=True)
    call(sys.executable, "-m", "venv", "--without-pip", VENV)
    for other in VENV.glob("prepared-*"):
        other.unlink()
    pip = (sys.executable, "-m", "pip", "--python", PYTHON, "--disable-pip-version-check", "install", "--quiet")
    locked = ("--require-hashes", "--no-deps", "--only-binary", ":all:")
    call(*pip, *locked, "-r", f"requirements/{purpose}.txt")
    call(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")


def install_system_packages(purpose: str) -> None:
    """Name what the system lacks and install it, on Linux; elsewhere Qt brings everything along."""
    if sys.platform != "linux":
        return
    missing = [package for library, package in QT_LIBRARIES.items() if not loadable(library)]
    if purpose == "dev" and not postgres_found():
        missing.append("postgresql")
    if purpose == "dev" and not shutil.which("cc"):  # compiles what stands between the program and its disk in tests
        missing += ["gcc", "libc6-dev"]
    if not missing:
        return
    print("Paket sistem yang belum ada dan akan dipasang:", *missing, flush=True)
    if not shutil.which("apt-get"):
        sys.exit("apt-get tidak ada di sistem ini; pasang sendiri padanan paket di atas, lalu ulangi.")
    sudo = () if os.geteuid() == 0 else ("sudo",)
    if sudo and not shutil.which("sudo"):
        sys.exit(f"Jalankan dahulu sebagai root: apt-get install {' '.join(missing)}")
    call(*sudo, "sh", "-c", INSTALL_WITHOUT_CLUSTER, "sh", *missing)


def loadable(library: str) -> bool:
    """Tell whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def postgres_found() -> bool:
    """Tell whether the tests will find a PostgreSQL server to start."""
    sys.path.insert(0, str(ROOT))
    from tests.postgres import find_server

    return find_server() is not None


def compile_translations() -> None:
    """Turn the translations that changed into the form Qt loads."""
    for source in (ROOT / "resources" / "translations").glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            call(BIN / "pyside6-lrelease", "-silent", source, "-qm", compiled)


def call(*command: str | Path) -> None:
    """Run a program; where it fails, end with its status."""
    status = subprocess.call(command)
    if status:
        sys.exit(status)


if __name__ == "__main__":
    main()
