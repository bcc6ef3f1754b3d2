"""Closed days and months stand beside the journal, which refuses entries up to them."""

from __future__ import annotations

from daurulang.ledger.model import day_closing, month_closing, month_reopening

__all__ = ["day_closing", "month_closing", "month_reopening"]
