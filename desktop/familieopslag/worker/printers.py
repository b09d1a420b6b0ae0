"""The computer's printers. Blocking: a print server may take its time, or be away.

What is printed never lies in a temporary file of ours. Qt's own way to CUPS makes one (QCupsPrintEngine), so on
Linux the sheet goes from memory into `lp`; Windows takes drawing commands as they are.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter

Paint = Callable[[QPagedPaintDevice], None]
"""Draws a document, its pages and all, on a device."""

JOB_NAME = "Familieopslag"
"""What stands in print queues and in a PDF's properties: nothing about anybody."""
_PAGE = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
_SPOOL_SECONDS = 60.0


class PrintingError(Exception):
    """The sheet did not get as far as the print queue. The text is technical and about nobody."""


class Printers(Protocol):
    """Where a sheet can be sent. Called from a worker thread only."""

    def names(self) -> tuple[str, ...]:
        """The printers, the user's usual one first."""

    def spool(self, printer: str, paint: Paint) -> None:
        """Send what `paint` draws to `printer`. Raises PrintingError."""


class SystemPrinters:
    """Those that the operating system knows."""

    def names(self) -> tuple[str, ...]:
        """See Printers."""
        if sys.platform != "win32" and _lp() is None:
            return ()
        from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))

    def spool(self, printer: str, paint: Paint) -> None:
        """See Printers."""
        if sys.platform == "win32":
            _draw_on(printer, paint)
        else:
            _pipe_to(printer, pdf_of(paint))


def pdf_of(paint: Paint) -> bytes:
    """The document as a PDF, in memory, with properties that tell the program's name and nothing else."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(JOB_NAME)
    writer.setCreator(JOB_NAME)
    writer.setPageLayout(_PAGE)
    paint(writer)
    # Written to the end only when the writer goes.
    del writer
    buffer.close()
    return bytes(data.data())


def _pipe_to(printer: str, pdf: bytes) -> None:
    lp = _lp()
    if lp is None:
        raise PrintingError("no lp")
    try:
        subprocess.run(  # noqa: S603 - no shell; the name is one that CUPS gave
            [lp, "-d", printer, "-t", JOB_NAME],
            input=pdf,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SPOOL_SECONDS,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        failed = PrintingError(f"lp {error.returncode}")
    except (OSError, subprocess.TimeoutExpired) as error:
        failed = PrintingError(f"lp {type(error).__name__}")
    else:
        return
    raise failed


def _draw_on(name: str, paint: Paint) -> None:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB_NAME)
    printer.setCreator(JOB_NAME)
    printer.setFullPage(True)
    printer.setPageLayout(_PAGE)
    if not printer.isValid():
        raise PrintingError("not valid")
    paint(printer)
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise PrintingError("error state")


def _lp() -> str | None:
    return shutil.which("lp")
