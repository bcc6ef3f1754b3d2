"""What a count of the box holds and decides. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from daurulang.cash.service import DENOMINATIONS, ClosingDraft, OpeningDraft, counted_rupiah
from daurulang.errors import CashDiffers, FieldMissing
from daurulang.ledger.form_key import new_form_key


class CountForm:
    """One count from the first note to the save. Once the book's figure was shown, or where the count was kept before,
    it `stands` and stays as it is: it was made blind. The key is made when the form opens and lives as long as it.
    """

    def __init__(self) -> None:
        self.start_over()

    def start_over(self) -> None:
        """Forget everything typed and take a new key."""
        self.key = new_form_key()
        self.pieces: dict[int, int] = {}
        self.reason = ""
        self.expected_rupiah: int | None = None
        self.stands = False

    @property
    def counted_rupiah(self) -> int:
        """The sum of the notes and coins; raises `BadNumber`."""
        return counted_rupiah(tuple(self.pieces.items()))

    @property
    def difference_rupiah(self) -> int | None:
        """What was counted more (or, negative, less) than the book expects; None before that was shown."""
        return None if self.expected_rupiah is None else self.counted_rupiah - self.expected_rupiah

    def reveal(self, differs: CashDiffers) -> None:
        """The count is made: from now on the book's figure stands beside it."""
        self.expected_rupiah = differs.expected_rupiah
        self.stands = True

    def hold(self, pieces: Sequence[tuple[int, int]]) -> None:
        """This count was made before and is the one that is posted."""
        if not self.stands or {value: count for value, count in self.pieces.items() if count} != dict(pieces):
            self.pieces, self.expected_rupiah = dict(pieces) or {DENOMINATIONS[0]: 0}, None
        self.stands = True

    def opening(self) -> OpeningDraft:
        """What opens the box; raises `FieldMissing` while nothing was counted."""
        self._counted()
        return OpeningDraft(self.key, self.counted_rupiah, self.reason, self.expected_rupiah)

    def closing(self) -> ClosingDraft:
        """What closes it; raises `FieldMissing` while nothing was counted."""
        self._counted()
        return ClosingDraft(
            self.key, tuple(sorted(self.pieces.items(), reverse=True)), self.reason, self.expected_rupiah
        )

    def _counted(self) -> None:
        if not self.pieces:
            raise FieldMissing("pieces")
