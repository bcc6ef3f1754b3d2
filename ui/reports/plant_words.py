"""The words of the plant's blocks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from daurulang.reports.flow_picture import FlowEnd, FlowKind

translate = QCoreApplication.translate


def flow_words(end: FlowEnd) -> str:
    """How an end of the flow is called; sources and buyers by their names."""
    if end.name:
        return end.name
    return {
        FlowKind.RESIDENTS: translate("Report", "Residents"),
        FlowKind.OTHER_SOURCES: translate("Report", "Other sources"),
        FlowKind.BEFORE: translate("Report", "There before this book"),
        FlowKind.FOUND: translate("Report", "Found by counts"),
        FlowKind.FROM_STOCK: translate("Report", "Out of the stock"),
        FlowKind.OTHER_BUYERS: translate("Report", "Other buyers"),
        FlowKind.LANDFILL: translate("Report", "Landfill (residue)"),
        FlowKind.LOST: translate("Report", "Lost in processing"),
        FlowKind.GAINED: translate("Report", "Gained in processing"),
        FlowKind.MISSING: translate("Report", "Missing in counts"),
        FlowKind.TO_STOCK: translate("Report", "Into the stock"),
        FlowKind.TAKEN_BACK: translate("Report", "Taken back of other months"),
    }[end.kind]
