"""Loads, batches and what went to the landfill in a list, one of them in full, and on its slip."""

from datetime import date
from pathlib import Path

import pytest

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.disposals import service as disposals
from daurulang.disposals.queries import destinations
from daurulang.disposals.service import DisposalDraft, DisposalLineDraft
from daurulang.documents.plant_slip import write_plant_slip
from daurulang.errors import UnknownReceipt
from daurulang.ledger.model import EntryKind
from daurulang.loads import service as loads
from daurulang.loads.model import LoadPayment, Measured
from daurulang.loads.queries import densities, sources
from daurulang.loads.service import LoadDraft, LoadLineDraft
from daurulang.periods import month_of
from daurulang.processing.model import BatchKind, Side
from daurulang.processing.queries import residues
from daurulang.quantities import Condition
from daurulang.reports.plant_acts import PlantActInFull, plant_act_of, plant_acts
from tests.book import Book, new_key
from tests.documents.papers import pages_of
from tests.documents.reports import CENTRE
from tests.plant import Plant, set_up_plant

MARCH = month_of(date(2026, 3, 1))


@pytest.fixture
def plant(book: Book) -> Plant:
    return set_up_plant(book)


def load(plant: Plant, day: date) -> int:
    """930 kg on the scale, 3,5 m³ estimated, paid by the bank."""
    lines = (
        LoadLineDraft(plant.mixed_id, 1_250_000, 320_000, amount_rupiah=139_500),
        LoadLineDraft(plant.residue_id, volume_litres=3_500, density_grams_per_litre=280),
    )
    draft = LoadDraft(new_key(), plant.source_id, lines, LoadPayment.BANK, vehicle="m 8123 ng", note="dua rit")
    return loads.record(plant.book.db, plant.book.desk, draft, day)


def text_of(full: PlantActInFull, folder: Path) -> str:
    write_plant_slip(full, CENTRE, folder / "slip.pdf")
    return " ".join(pages_of((folder / "slip.pdf").read_bytes()))


def test_a_load_in_the_list_in_full_and_on_paper(plant: Plant, tmp_path: Path) -> None:
    entry_id = load(plant, date(2026, 3, 3))
    load(plant, date(2026, 4, 1))
    (act,) = plant_acts(plant.book.db, MARCH)
    assert (act.entry_id, act.number, act.kind, act.party) == (entry_id, "L1-000001", EntryKind.LOAD, "TPS3R Pejagan")
    assert (act.grams, act.rupiah, act.vehicle, act.store) == (1_910_000, 139_500, "M 8123 NG", "Gudang")
    assert (act.estimated_grams, act.volume_litres) == (980_000, 3_500)
    full = plant_act_of(plant.book.db, entry_id)
    assert (full.act, full.payment) == (act, LoadPayment.BANK)
    assert [line.measured for line in full.lines] == [Measured.WEIGHT, Measured.VOLUME]
    text = text_of(full, tmp_path)
    for part in ("TANDA TERIMA MUATAN", "L1-000001", "1.250,00", "930,00 kg", "3,50 m³", "± 980,00 kg", "Rp 139.500"):
        assert part in text
    assert "1.910" not in text  # what was weighed and what was estimated are never added
    (source,) = sources(plant.book.db)
    assert (source.loads, densities(plant.book.db)) == (2, {plant.residue_id: 280})


def test_a_batch_in_full_and_on_paper(plant: Plant, tmp_path: Path) -> None:
    plant.load(100_000, 50_000)
    full = plant_act_of(plant.book.db, plant.batch(80_000, 50_000, 25_000))
    assert (full.act.batch_kind, full.act.grams, full.act.rupiah) == (BatchKind.SORT, 80_000, 40_000)
    assert full.figures is not None
    assert (full.figures.output_grams, full.figures.residue_grams, full.figures.loss_grams) == (50_000, 25_000, 5_000)
    assert [line.side for line in full.lines] == [Side.INPUT, Side.OUTPUT, Side.RESIDUE]
    text = text_of(full, tmp_path)
    for part in ("CATATAN PENGOLAHAN", "Pemilahan", "Masuk: Sampah campur", "50,00 kg (62,5 %)", "Susut", "5,00 kg"):
        assert part in text
    assert residues(plant.book.db) == {plant.residue_id}


def test_what_was_reversed_says_so_everywhere(plant: Plant, tmp_path: Path) -> None:
    book = plant.book
    plant.load(20_000)
    draft = DisposalDraft(new_key(), "TPA Mekar", (DisposalLineDraft(plant.mixed_id, 5_000, Condition.MIXED),))
    entry_id = disposals.record(book.db, book.desk, draft)
    reverse(book.db, book.desk, ReversalDraft(new_key(), entry_id, "tidak jadi dibawa", book.desk.staff_id))
    full = plant_act_of(book.db, entry_id)
    assert (full.act.party, full.act.reversed_by) == ("TPA Mekar", "L1-000003")
    assert [act.number for act in plant_acts(book.db, month_of(full.act.day))] == ["L1-000002", "L1-000001"]
    assert plant_acts(book.db, month_of(full.act.day), [EntryKind.BATCH]) == ()
    text = text_of(full, tmp_path)
    assert "SURAT JALAN RESIDU" in text
    assert "dibatalkan oleh L1-000003" in text
    assert destinations(book.db) == ("TPA Mekar",)


def test_what_is_no_act_of_the_yard_is_not_shown(plant: Plant) -> None:
    with pytest.raises(UnknownReceipt):
        plant_act_of(plant.book.db, plant.book.deposit())


def test_many_lines_run_over_pages_with_their_signatures_at_the_end(plant: Plant, tmp_path: Path) -> None:
    lines = tuple(LoadLineDraft(plant.mixed_id, 1_000 + number) for number in range(60))
    draft = LoadDraft(new_key(), plant.source_id, lines)
    full = plant_act_of(plant.book.db, loads.record(plant.book.db, plant.book.desk, draft))
    write_plant_slip(full, CENTRE, tmp_path / "slip.pdf")
    pages = pages_of((tmp_path / "slip.pdf").read_bytes())
    assert len(pages) > 1
    assert ["Sopir," in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert "lanjutan" in pages[1]
