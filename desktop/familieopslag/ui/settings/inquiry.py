"""A question of a widget to the settings desk: asked in the worker, answered here, unless nobody waits any more."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from familieopslag.domain.faults import FaultReport
from familieopslag.worker.task_runner import Task, TaskRunner


class Inquiry(QObject):
    """The newest question counts; answers to older ones are dropped. Connect the signals to @Slot methods only."""

    answered = Signal(object)
    refused = Signal(object)
    """A FaultReport."""

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        tasks.succeeded.connect(self._on_succeeded)
        tasks.failed.connect(self._on_failed)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._task is not None

    def ask(self, question: Callable[[], object]) -> None:
        """Have `question` called in the worker."""
        self._task = self._tasks.start(question)

    @Slot(object, object)
    def _on_succeeded(self, task: Task, answer: object) -> None:
        if task is self._task:
            self._task = None
            self.answered.emit(answer)

    @Slot(object, object)
    def _on_failed(self, task: Task, report: FaultReport) -> None:
        if task is self._task:
            self._task = None
            self.refused.emit(report)
