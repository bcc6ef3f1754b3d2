"""Members, the words they are found by, and the series of their numbers."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from daurulang.database import Code, Day, Flag, Whole, Word, identity, metadata, one_of


class MemberKind(StrEnum):
    """A person, a group, an institution or government office (OPD), a school."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    INSTITUTION = "institution"
    SCHOOL = "school"


class Gender(StrEnum):
    """Asked for persons only; the environment office counts women and men."""

    FEMALE = "female"
    MALE = "male"
    UNSTATED = "unstated"


class SourceClass(StrEnum):
    """The seven sources of waste in SIPSN's national form."""

    HOUSEHOLD = "household"
    OFFICE = "office"
    MARKET = "market"
    COMMERCE = "commerce"
    PUBLIC_FACILITY = "public_facility"
    AREA = "area"
    OTHER = "other"


member_class = sa.Table(
    "member_class",
    metadata,
    identity(),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("batch_id", Whole, sa.ForeignKey("import_batch.id")),
    sa.CheckConstraint("length(name) BETWEEN 1 AND 40", name="name"),
    sqlite_strict=True,
)

member = sa.Table(
    "member",
    metadata,
    identity(),
    sa.Column("number", Whole, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", Code(MemberKind), nullable=False),
    sa.Column("gender", Code(Gender), nullable=False),
    sa.Column("member_class_id", Whole, sa.ForeignKey("member_class.id"), nullable=False),
    sa.Column("source_class", Code(SourceClass), nullable=False),
    sa.Column("village_code", sa.Text, sa.ForeignKey("village.code")),
    sa.Column("hamlet", sa.Text, nullable=False),
    sa.Column("rt", sa.Text, nullable=False),
    sa.Column("rw", sa.Text, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("passbook_number", sa.Text),
    sa.Column("joined", Day, nullable=False),
    sa.Column("active", Flag, nullable=False),
    sa.Column("savings_account_id", Whole, sa.ForeignKey("account.id"), nullable=False, unique=True),
    sa.Column("batch_id", Whole, sa.ForeignKey("import_batch.id")),
    sa.CheckConstraint("number > 0", name="number"),
    sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name="name"),
    sa.CheckConstraint("active IN (0, 1)", name="active"),
    one_of("kind", MemberKind),
    one_of("gender", Gender),
    one_of("source_class", SourceClass),
    sa.UniqueConstraint("passbook_number"),
    sa.Index(None, "village_code"),
    sa.Index(None, "batch_id"),
    sqlite_strict=True,
)

# A projection of `member`: each word of the name, village, phone and passbook number, so that a prefix of any of
# them finds the member by one range of an index, with the same statement on both engines.
member_word = sa.Table(
    "member_word",
    metadata,
    sa.Column("word", Word, primary_key=True),
    sa.Column("member_id", Whole, sa.ForeignKey("member.id"), primary_key=True),
    sa.Index(None, "member_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# The last number given out: a number is never given twice, not even after an import was undone.
member_series = sa.Table(
    "member_series",
    metadata,
    identity(),
    sa.Column("last_number", Whole, nullable=False),
    sa.CheckConstraint("id = 1", name="only_one"),
    sqlite_strict=True,
)

import_batch = sa.Table(
    "import_batch",
    metadata,
    identity(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("at_ms", Whole, nullable=False),
    sa.Column("staff_id", Whole, sa.ForeignKey("staff.id")),
    sa.Column("row_count", Whole, nullable=False),
    sa.Column("undone_at_ms", Whole),
    sqlite_strict=True,
)
