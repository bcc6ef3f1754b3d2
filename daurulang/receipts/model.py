"""Each paper that was made of an entry: the first is the original, the n-th after it is SALINAN ke-n."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Whole, identity, metadata, one_of


class JobState(StrEnum):
    """What became of a paper that was wanted: `failed` waits for somebody, `dropped` is no longer wanted."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


receipt_print = sa.Table(
    "receipt_print",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), nullable=False),
    sa.Column("copy", Whole, nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id")),
    sa.CheckConstraint("copy >= 0", name="copy"),
    sa.UniqueConstraint("entry_id", "copy"),
    sqlite_strict=True,
)

# The queue of papers: made after the act was committed, kept until the printer has taken it.
print_job = sa.Table(
    "print_job",
    metadata,
    identity(),
    sa.Column("entry_id", Whole, sa.ForeignKey("entry.id"), nullable=False),
    sa.Column("counter_id", Whole, sa.ForeignKey("counter.id"), nullable=False),
    # Which copy it became; empty until its paper is made.
    sa.Column("copy", Whole),
    sa.Column("state", Code(JobState), nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id")),
    sa.Column("problem", sa.Text, nullable=False),
    one_of("state", JobState),
    sa.CheckConstraint("copy >= 0", name="copy"),
    sa.Index(None, "counter_id", "state"),
    sqlite_strict=True,
)
