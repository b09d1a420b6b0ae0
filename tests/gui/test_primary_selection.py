"""X11 copies what is marked with the mouse to the primary selection, which a click pastes: not from our window."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.support.shared_material import PROJECT_ROOT

_PATIENCE = 60

_MARKING = """
import json
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView
from familieopslag.ui.clipboard import ClipboardGuard
from familieopslag.ui.main_window import MainWindow
from tests.gui import widget_views as views

app = QApplication([])
board = app.clipboard()
control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
none = Qt.KeyboardModifier.NoModifier
left = Qt.MouseButton.LeftButton
marking = [(Qt.Key.Key_A, control)] + [
    (key, modifiers)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right)
    for modifiers in (shift, shift | control)
]
copying = [(Qt.Key.Key_C, control), (Qt.Key.Key_Insert, control), (Qt.Key.Key_F16, none)]
cutting = [(Qt.Key.Key_X, control), (Qt.Key.Key_Delete, shift), (Qt.Key.Key_F20, none)]
found = {}

def look(what):
    app.processEvents()
    texts = [board.text(mode) for mode in (QClipboard.Mode.Selection, QClipboard.Mode.Clipboard)]
    if any(texts):
        found[what] = texts
        for mode in (QClipboard.Mode.Selection, QClipboard.Mode.Clipboard):
            board.clear(mode)

def mark(widget):
    middle = widget.height() // 2
    QTest.mousePress(widget, left, pos=QPoint(3, middle))
    QTest.mouseMove(widget, QPoint(widget.width() - 3, middle))
    QTest.mouseRelease(widget, left, pos=QPoint(widget.width() - 3, middle))
    QTest.mouseDClick(widget, left, pos=QPoint(12, middle))

def keys(widget, what, *presses):
    for key, modifiers in presses:
        QTest.keyClick(widget, key, modifiers)
        look(f"{what} {key.name}")

plain = QLineEdit("1203750004")
plain.show()
QTest.qWaitForWindowActive(plain)
mark(plain)
look("an ordinary field")
plain.close()

window = MainWindow(views.ENVIRONMENT)
window.show_idle()
window.show()
window.activateWindow()
QTest.qWaitForWindowActive(window)
window.show_view(views.person())
for button in window.findChildren(type(window), "plain"):
    button.click()
app.processEvents()
for label in window.findChildren(QLabel):
    if label.isVisible():
        mark(label)
        look(f"label {label.text()}")
        label.setFocus()
        keys(label, "label", *marking, *copying)
table = window.findChild(QTableView)
table.setFocus()
table.setCurrentIndex(table.model().index(1, 0))
mark(table.viewport())
keys(table, "table", *copying)
field = window.findChild(QLineEdit)
window.set_number("120375-0004")
mark(field)
look("field marked")
for step in (*marking, (Qt.Key.Key_Z, control), (Qt.Key.Key_Y, control)):
    window.set_number("120375-0004")
    field.setFocus()
    field.setCursorPosition(6)
    keys(field, "field", step)
for step in (*copying, *cutting):
    window.set_number("120375-0004")
    field.selectAll()
    keys(field, "field", step)
for key in (Qt.Key.Key_K, Qt.Key.Key_U):
    window.set_number("120375-0004")
    field.setCursorPosition(6)
    keys(field, "field", (key, control))
    found[f"left by {key.name}"] = field.text()
guard = ClipboardGuard()
plain.show()
mark(plain)
look("a guarded field")
print(json.dumps(found))
"""


def test_nothing_that_is_marked_or_typed_gets_out_under_x11() -> None:
    xvfb = shutil.which("xvfb-run")
    if xvfb is None:
        pytest.skip("xvfb-run is not installed (tools/setup.sh does it)")
    ended = subprocess.run(
        [xvfb, "-a", "-s", "-screen 0 1280x1024x24", sys.executable, "-c", _MARKING],
        cwd=PROJECT_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(PROJECT_ROOT)},
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout.splitlines()[-1])
    # An ordinary field does it, so the test would see it.
    assert found.pop("an ordinary field") == ["1203750004", ""]
    assert found == {"left by Key_K": "120375", "left by Key_U": ""}
