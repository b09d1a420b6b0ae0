"""Python's cycle collector, kept in the GUI thread.

It runs in whichever thread happens to allocate. Were that the worker, widgets in a cycle would be destroyed
there, and Qt would crash at their next timer or event. So automatic collection is off, and a timer in the GUI
thread does it, generation by generation, as the collector's own thresholds say.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS = 1000


class GuiThreadCollector(QObject):
    """Collects in the thread that made it, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        # What is loaded by now stays; to look through it each time would only cost time.
        gc.freeze()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold
        ]
        if due:
            gc.collect(due[-1])
