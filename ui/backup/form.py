"""Where copies of the book go: for the first steps and the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from daurulang.config import Machine
from ui import theme
from ui.centre.forms import Form
from ui.widgets.button import SecondaryButton
from ui.widgets.field import Field, LineEdit


class BackupForm(Form):
    """A folder, best on another disk, and a button to choose it."""

    def __init__(self, machine: Machine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._default = str(replace(machine, backup_folder="").backup_place)
        self.folder = LineEdit(str(machine.backup_place), required=True)
        self.add(
            "folder",
            Field(self.tr("Folder"), self.folder, self.tr("Best on another disk: a stick, or a shared folder")),
        )

    def add_buttons(self, *more: QWidget) -> None:
        """Put the button that chooses the folder, and more beside it, below the last field."""
        browse = SecondaryButton(self.tr("Browse"), icon="folder-open")
        browse.clicked.connect(self._browse)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.current().space(8))
        for button in (browse, *more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add_layout(buttons)

    def place(self) -> Path:
        """The folder typed."""
        return Path(self.folder.text().strip().strip('"'))

    def onto(self, machine: Machine) -> Machine:
        """The machine with what stands in this form."""
        folder = str(self.place())
        return replace(machine, backup_folder="" if folder == self._default else folder)

    def _browse(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), self.folder.text())
        if path:
            self.folder.setText(path)
