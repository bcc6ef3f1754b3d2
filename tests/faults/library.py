"""Row 9: a book is opened only with a library that does not lose commits."""

from sqlcipher3 import dbapi2

from daurulang.database import check_library
from daurulang.migrations.opening import open_book
from daurulang.storage_errors import LibraryUnsafe
from tests.faults.acts import make_pattern, memory_folder
from tests.faults.finding import Finding, finding

LAST_PATCH = {44: 6, 50: 7}
"""The last patches of older branches that have the mend; they begin there."""
MENDED = (3, 51, 3)


def run(rounds: int, seed: int) -> Finding:
    """Ask for every version from 3.7.0 on, and open a book with a library that says it is an old one."""
    versions = [(3, minor, patch) for minor in range(7, 60) for patch in range(rounds)]
    faults = [f"{version} taken" for version in versions if not _is_mended(version) and _taken(version)]
    faults += [f"{version} refused" for version in versions if _is_mended(version) and not _taken(version)]
    real = dbapi2.sqlite_version_info
    if not _taken(real):
        faults.append(f"this library is {real}")
    refused = 0
    with memory_folder() as folder:
        make_pattern(folder / "book.db")
        before = (folder / "book.db").read_bytes()
        old = [version for version in versions if not _is_mended(version)][::50]
        for version in old:
            dbapi2.sqlite_version_info = version
            try:
                open_book(folder / "book.db").close()
            except LibraryUnsafe:
                refused += 1
            finally:
                dbapi2.sqlite_version_info = real
        if refused != len(old) or (folder / "book.db").read_bytes() != before:
            faults.append(f"{refused} of {len(old)} refused, or the file was changed")
    return finding(
        *(9, "the library has the mend of the log that loses commits", "refused otherwise"),
        f"{len(versions)} versions asked for, a book opened with {len(old)} old ones",
        f"this one is {'.'.join(map(str, real))}; every affected one refused, every mended one taken, file unchanged",
        faults,
    )


def _is_mended(version: tuple[int, int, int]) -> bool:
    return version >= MENDED or version[2] >= LAST_PATCH.get(version[1], 1000)


def _taken(version: tuple[int, ...]) -> bool:
    try:
        check_library(version)
    except LibraryUnsafe:
        return False
    return True
