"""Row 24: the printer dies at byte k of a receipt, is away, or does not answer. What was saved stays saved once, its
paper waits where everybody sees it, and the next one says that it is a copy.
"""

import fcntl
import os
import random
import select
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

from pypdf import PdfReader

from daurulang.config import Machine, Paper
from daurulang.database import Database
from daurulang.devices import printer
from daurulang.devices.printer import print_file
from daurulang.documents.receipt import write_receipt
from daurulang.errors import PrinterRefused
from daurulang.migrations.opening import open_book
from daurulang.receipts.queue import enqueue, open_jobs, settle
from daurulang.receipts.service import hand_out, look_at
from daurulang.reports.book import book_state
from tests.faults.acts import DESK, Day, do, faults_of, make_pattern, memory_folder
from tests.faults.finding import Control, Finding, finding
from ui.receipts.printing import make_paper, path_of
from ui.session import Session

FIRST = 6  # the pattern has five
DEATHS_OF_PAPER = 85
DRAWN_EVERY = 10
SMALLEST_PIPE = 4096
NO_ANSWER_SECONDS = 0.2
AWAY = ("exit 1", "echo 'kertas habis' >&2; exit 1", "exec sleep 9", "")
"""It refuses without a word and with one, does not answer, and is no program at all."""


class Printer:
    """What the driver finds as `lp`, a script that gets `-s -d NAME -- PATH`, and what came out of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lp, self.pipe, self.paper = folder / "lp", folder / "pipe", folder / "paper"
        os.mkfifo(self.pipe)

    def is_script(self, words: str) -> None:
        """Let it be that script, or gone."""
        self.lp.unlink(missing_ok=True)
        if words:
            self.lp.write_text(f"#!/bin/sh\n{words}\n")
            self.lp.chmod(0o755)

    def works(self) -> None:
        """Let every paper come out whole."""
        self.is_script(f'cat -- "$5" > {self.paper}')

    def dies(self, at: int) -> None:
        """Let it say at which byte it died."""
        self.is_script(f'head -c {at} -- "$5" > {self.paper}; echo "mati di byte {at}" >&2; exit 1')

    def breaks(self, at: int) -> threading.Thread:
        """Let nobody take what comes behind a byte: a pipe that is broken, which the last bytes need not notice."""
        self.is_script(f'exec cat -- "$5" > {self.pipe}')
        end = os.open(self.pipe, os.O_RDONLY | os.O_NONBLOCK)
        fcntl.fcntl(end, fcntl.F_SETPIPE_SZ, SMALLEST_PIPE)
        taking = threading.Thread(target=_take, args=(end, at))
        taking.start()
        return taking

    def words(self) -> str:
        """What stands on the paper that came out."""
        return " ".join(PdfReader(BytesIO(self.paper.read_bytes())).pages[0].extract_text().split())


def _take(end: int, count: int) -> None:
    sent = select.poll()
    sent.register(end, select.POLLIN)  # and its end
    while sent.poll() and count > 0 and (taken := os.read(end, count)):
        count -= len(taken)
    os.close(end)


@dataclass
class Counter:
    """Somebody who saves, and tries each paper until it comes out."""

    db: Database
    session: Session
    printer: Printer
    day: Day
    keys: set[str] = field(default_factory=set)
    number: str = ""
    job_id: int = 0
    copies: int = 0
    refused: int = 0
    unnoticed: int = 0
    printed: int = 0
    faults: list[str] = field(default_factory=list)

    def save(self) -> None:
        """The next act with a paper, and its job."""
        step = self.day.next()
        while step.kind in ("import", "undo"):
            step = self.day.next()
        self.day.done(step, do(self.db, step))
        self.keys.add(step.key)
        self.number, self.copies = f"L1-{FIRST + len(self.keys) - 1:06d}", 0
        self.want()

    def want(self) -> None:
        """Ask for a paper."""
        self.job_id = enqueue(self.db, DESK, self.number)

    def try_it(self, how: str) -> None:
        """Try the job, and look at what became of it: it waits for all to see, or is done."""
        try:
            self._hand_over() if self.copies % DRAWN_EVERY else self._make()
            told = ""
            self.unnoticed += 1
        except PrinterRefused as error:
            told = error.reason
            self.refused += 1
        self.copies += 1
        waiting = [(job.id, job.number, job.next_copy, bool(job.problem)) for job in open_jobs(self.db, 1)]
        if waiting != ([(self.job_id, self.number, self.copies, True)] if told else []):
            self.faults.append(f"{self.number}, {how}: {told or 'taken'}, and {waiting} wait")
        if not told:
            self.want()

    def _make(self) -> None:
        make_paper(self.session, self.number, self.job_id)

    def _hand_over(self) -> None:
        """The same with the PDF that was drawn first: to draw it takes longer than all the rest."""
        receipt = hand_out(self.db, self.number, DESK.staff_id, job_id=self.job_id)
        drawn = path_of(replace(receipt, copy=0))
        try:
            print_file(drawn, "Kasir")
        except PrinterRefused as error:
            settle(self.db, self.job_id, error.detail or error.reason)
            raise
        settle(self.db, self.job_id)

    def come_out(self) -> None:
        """The printer works again."""
        self.printer.works()
        self._make()
        words = self.printer.words()
        if not words.startswith(f"SALINAN ke-{self.copies} " if self.copies else "RDU") or self.number not in words:
            self.faults.append(f"{self.number} after {self.copies} papers: {words[:30]}")
        if open_jobs(self.db, 1):
            self.faults.append(f"{self.number} came out and waits")
        self.printed += 1
        self.copies = 0


def run(rounds: int, seed: int) -> Finding:
    """Let the printer die at every `rounds`-th byte of a receipt, one way and the other in turn, then otherwise."""
    with memory_folder() as folder, patch.dict(os.environ, PATH=f"{folder}{os.pathsep}/usr/bin:/bin"):
        make_pattern(folder / "book.db")
        db = open_book(folder / "book.db")
        lp = Printer(folder)
        counter = Counter(db, _session(db), lp, Day(str(seed), random.Random(seed)))
        counter.save()
        counter.come_out()
        size = lp.paper.stat().st_size
        for at in range(0, size + 1, rounds):
            if at // rounds % DEATHS_OF_PAPER == 0:
                counter.save()
            _die(counter, at, at // rounds)
            if at // rounds % DEATHS_OF_PAPER == DEATHS_OF_PAPER - 1:
                counter.come_out()
        if counter.copies:
            counter.come_out()
        every = f"every {rounds} bytes" if rounds > 1 else "at each byte"
        deaths = counter.refused + counter.unnoticed
        _stay_away(counter, folder)
        faults = counter.faults + faults_of(db, counter.keys, counter.keys)
        control = _control(db, lp, folder)
        db.close()
    return finding(
        *(24, "a printer that dies at byte k, is away or does not answer", "0 lost, 0 double; SALINAN"),
        f"{deaths} deaths, one {every} of a receipt of {size}, and {len(AWAY)} absences, at {len(counter.keys)} acts",
        f"0 lost, 0 double; {counter.refused} refused and seen in the queue, {counter.unnoticed} not noticed by the "
        f"driver; {counter.printed} tried until they came out, each with the count of its copies",
        faults,
        control,
    )


def _session(db: Database) -> Session:
    state = book_state(db)
    assert state.centre is not None
    return Session(db, Machine(printer="Kasir"), state.centre, state.counters[0], state.staff[0])


def _die(counter: Counter, at: int, turn: int) -> None:
    if turn % 2:
        counter.printer.dies(at)
        counter.try_it(f"dead at {at}")
    else:
        end = counter.printer.breaks(at)
        counter.try_it(f"broken at {at}")
        end.join()


def _stay_away(counter: Counter, folder: Path) -> None:
    """Away in every way, with new acts meanwhile."""
    for script in AWAY:
        counter.save()
        counter.printer.is_script(script)
        nowhere = patch.dict(os.environ, {} if script else {"PATH": str(folder)})
        with nowhere, patch.object(printer, "SECONDS", NO_ANSWER_SECONDS):
            counter.try_it(f"away: {script}")
        counter.come_out()


def _control(db: Database, lp: Printer, folder: Path) -> Control:
    """A program that counts a paper only when the printer says that it came out: it may have come out all the same."""
    originals = 0
    path = folder / "paper of control.pdf"
    for works in (False, True):
        lp.works() if works else lp.dies(1 << 20)
        write_receipt(look_at(db, f"L1-{FIRST}"), Paper.ROLL_58, path)
        with suppress(PrinterRefused):
            print_file(path, "Kasir")
        originals += "SALINAN" not in lp.words()
    return Control("counted when the printer has taken it", f"{originals} originals of one receipt", originals > 1)
