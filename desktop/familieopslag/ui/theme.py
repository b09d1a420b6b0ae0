"""Colours, spacing and type: one place (screens.md §2.10; contrast of every pair is 4.5:1 or better).

Fusion on every platform, light or dark as the desktop says. With the desktop's high contrast on, its own colours
are left alone.
"""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    # Only for its name: the window is painted before the views' classes are needed.
    from familieopslag.presentation.view_models import Tone


class Colours(NamedTuple):
    """The colours of one scheme, as `#rrggbb`."""

    ground: str
    card: str
    edge: str
    text: str
    secondary: str
    link: str
    header: str
    group: str
    selected: str
    field_edge: str
    hidden_ground: str
    hidden_edge: str


LIGHT = Colours(
    ground="#F4F5F7",
    card="#FFFFFF",
    edge="#D5D9DE",
    text="#1A1A1A",
    secondary="#454545",
    link="#004D99",
    header="#FAFBFC",
    group="#EFF3F6",
    selected="#CFE2F5",
    field_edge="#6B6B6B",
    hidden_ground="#FFE0E0",
    hidden_edge="#8A0000",
)
DARK = Colours(
    ground="#141414",
    card="#1E1E1E",
    edge="#4A4A4A",
    text="#F2F2F2",
    secondary="#C4C4C4",
    link="#8CC4FF",
    header="#242424",
    group="#2A2A2A",
    selected="#234B73",
    field_edge="#A0A0A0",
    hidden_ground="#4A1C1C",
    hidden_edge="#FF8A8A",
)
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_TONES = {
    "protected": (("#FFFFFF", "#8A0000"), ("#FFFFFF", "#A31515")),
    "inactive": (("#FFFFFF", "#454545"), ("#1E1E1E", "#C4C4C4")),
    "warning": (("#1A1A1A", "#FFEECC"), ("#FFE2A8", "#3A2C00")),
    "info": (("#1A1A1A", "#E2F2FB"), ("#CFE8FF", "#10314D")),
}
_ENVIRONMENTS = {
    "prod": ("#FFFFFF", "#1F3A5F"),
    "demo": ("#FFFFFF", "#5B2A86"),
}
_FUSION_DARKENS = 140
"""Per cent, as QColor.darker() takes them: what Qt's Fusion does to a frame."""
_OTHER_ENVIRONMENT = ("#1A1A1A", "#FFD43B")


class _Chosen:
    """What the user has set. Qt alone does not keep it: some platforms take no wishes."""

    scheme = Qt.ColorScheme.Unknown


_chosen = _Chosen()


def colours() -> Colours:
    """The scheme in force."""
    return DARK if _is_dark() else LIGHT


def card_role() -> QPalette.ColorRole:
    """Which colour of the palette a card's ground has; in high contrast a card is not told from the page."""
    return QPalette.ColorRole.Window if _is_high_contrast() else QPalette.ColorRole.Base


def line_colour(palette: QPalette) -> QColor:
    """A frame or a line that has to be seen on a card; `palette` is that of the widget that paints it."""
    if _is_high_contrast():
        return palette.color(QPalette.ColorRole.WindowText)
    return QColor(colours().field_edge)


def secondary_colour(palette: QPalette) -> QColor:
    """Words of less weight, painted by a widget with `palette`."""
    if _is_high_contrast():
        return palette.color(QPalette.ColorRole.WindowText)
    return QColor(colours().secondary)


def has_own_controls() -> bool:
    """Whether controls look as this program says, and not as the desktop's high contrast does."""
    return not _is_high_contrast()


def tone_colours(tone: "Tone") -> tuple[str, str]:
    """Text and ground of a banner."""
    return _tone(tone.value)


def _tone(name: str) -> tuple[str, str]:
    light, dark = _TONES[name]
    return dark if _is_dark() else light


def environment_colours(key: str) -> tuple[str, str]:
    """Text and ground of the strip: calm for production, loud for everything else."""
    return _ENVIRONMENTS.get(key, _OTHER_ENVIRONMENT)


def apply(app: QApplication, scheme: str = "system") -> None:
    """Dress the application: "light", "dark", or as the "system" says."""
    _chosen.scheme = _SCHEMES.get(scheme, Qt.ColorScheme.Unknown)
    QGuiApplication.styleHints().setColorScheme(_chosen.scheme)  # where the platform can: title bars too
    # Not twice: below a style sheet it would take the style away under widgets that stand on it.
    if not app.styleSheet() and app.style().name() != "fusion":
        app.setStyle("Fusion")
    if not _is_high_contrast():
        _colour(app)
    _dress(app)
    if app.findChild(_Dresser) is None:
        _Dresser(app)


def _colour(app: QApplication) -> None:
    scheme = colours()
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, scheme.ground),
        (QPalette.ColorRole.WindowText, scheme.text),
        (QPalette.ColorRole.Base, scheme.card),
        (QPalette.ColorRole.AlternateBase, scheme.group),
        (QPalette.ColorRole.Text, scheme.text),
        (QPalette.ColorRole.Button, scheme.card),
        (QPalette.ColorRole.ButtonText, scheme.text),
        (QPalette.ColorRole.Highlight, scheme.selected),
        (QPalette.ColorRole.HighlightedText, scheme.text),
        (QPalette.ColorRole.Link, scheme.link),
        (QPalette.ColorRole.PlaceholderText, scheme.secondary),
        (QPalette.ColorRole.ToolTipBase, scheme.card),
        (QPalette.ColorRole.ToolTipText, scheme.text),
    ):
        palette.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(disabled, role, QColor(scheme.field_edge))
    app.setPalette(palette)
    # Fusion frames check boxes, radio buttons and spin boxes in a darker shade of the window colour: unseen on a
    # dark card.
    framed = QPalette(palette)
    framed.setColor(QPalette.ColorRole.Window, QColor(scheme.field_edge).lighter(_FUSION_DARKENS))
    # The stub wants bytes, the function takes nothing but str.
    for kind in ("QCheckBox", "QRadioButton", "QSpinBox"):
        app.setPalette(framed, kind)  # type: ignore[arg-type]


def _dress(app: QApplication) -> None:
    sheet = "" if _is_high_contrast() else _sheet(colours())
    app.setStyleSheet(sheet + _sizes(app.font().pointSizeF()))


class _Dresser(QObject):
    """Dresses the widgets again when the program's font changes: below a style sheet Qt tells only the windows."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        # After the windows have got the font, which they get by an event.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._on_windows_told)
        app.fontChanged.connect(self._later.start)

    @Slot()
    def _on_windows_told(self) -> None:
        if self._app.styleSheet():
            _dress(self._app)


def _is_dark() -> bool:
    if _chosen.scheme is not Qt.ColorScheme.Unknown:
        return _chosen.scheme is Qt.ColorScheme.Dark
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _is_high_contrast() -> bool:
    hints = QGuiApplication.styleHints()  # kept: it owns what accessibility() gives
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _sizes(points: float) -> str:
    """Texts larger than the rest: in the sheet, because a font that a label is given doesn't follow the program's."""
    return f"""
#personName {{ font-size: {points * 1.6:.2f}pt; font-weight: bold; }}
#failureTitle {{ font-size: {points * 1.25:.2f}pt; font-weight: bold; }}
#bandTitle {{ font-weight: bold; }}
#addressLines {{ font-size: {points * 1.12:.2f}pt; }}
#spoken, #spokenLabel {{ font-size: {points * 1.4:.2f}pt; }}
"""


def _sheet(scheme: Colours) -> str:
    """Names are object names of our own widgets; sizes are in em of the user's font wherever Qt knows em."""
    info, warning = (_tone(tone)[1] for tone in ("info", "warning"))
    return f"""
QMenuBar {{ background: {scheme.card}; }}
QStatusBar {{ background: {scheme.group}; border-top: 1px solid {scheme.edge}; }}
QStatusBar::item {{ border: none; }}
#searchBar {{ background: {scheme.card}; border-bottom: 1px solid {scheme.edge}; }}
#card {{ background: {scheme.card}; border: 1px solid {scheme.edge}; border-radius: 6px; }}
#cardHeader {{ border: none; border-bottom: 1px solid {scheme.edge}; min-height: 2.5em; }}
#secondary, #spokenLabel {{ color: {scheme.secondary}; }}
QLineEdit, QPushButton, QToolButton, QComboBox {{
    border: 1px solid {scheme.field_edge}; border-radius: 4px; padding: 5px 10px; background: {scheme.card};
}}
QLineEdit:focus, QPushButton:focus, QToolButton:focus, QComboBox:focus, QTableView:focus,
QCheckBox:focus, QRadioButton:focus {{
    border: 2px solid {scheme.link};
}}
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {{ border: none; padding: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QPushButton:disabled, QToolButton:disabled {{ border-color: {scheme.edge}; }}
#primary {{ background: {scheme.link}; color: {scheme.card}; border-color: {scheme.link}; font-weight: bold; }}
#primary:disabled {{ background: {scheme.group}; color: {scheme.field_edge}; border-color: {scheme.edge}; }}
#primary:focus {{ border: 2px solid {scheme.text}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
#plain {{ border: none; padding: 3px 6px; color: {scheme.text}; font-weight: bold; }}
#switch {{ border: none; padding: 3px 4px; color: {scheme.link}; text-decoration: underline; }}
#switch:checked {{ color: {scheme.text}; text-decoration: none; }}
#switch:focus {{ border: 2px solid {scheme.link}; padding: 1px 2px; }}
#link {{ border: none; padding: 2px; color: {scheme.link}; background: transparent; font-weight: bold; }}
#small {{ padding: 1px 8px; }}
#chip {{ border: 1px solid {scheme.field_edge}; border-radius: 8px; padding: 1px 7px; }}
QFrame#hidden {{
    background: {scheme.hidden_ground}; border: 1px dashed {scheme.hidden_edge}; border-radius: 4px;
}}
QFrame#hidden QLabel {{ font-weight: bold; }}
#revealStrip {{ background: {scheme.hidden_ground}; }}
#telephoneStrip {{ background: {info}; border-bottom: 1px solid {scheme.edge}; }}
#message {{ background: {warning}; border-bottom: 1px solid {scheme.edge}; }}
#failure {{ border: 1px solid {scheme.edge}; border-left: 6px solid #8A5A00; background: {scheme.card};
    border-radius: 6px; }}
QTableView {{ border: none; background: {scheme.card}; selection-background-color: {scheme.selected};
    selection-color: {scheme.text}; }}
QTableView::item {{ padding: 0 12px; border-bottom: 1px solid {scheme.group}; }}
QTableView::item:selected {{ background: {scheme.selected}; color: {scheme.text}; }}
QHeaderView::section {{ background: {scheme.header}; border: none; border-bottom: 1px solid {scheme.edge};
    padding: 5px 15px; font-weight: bold; color: {scheme.secondary}; }}
QScrollArea {{ border: none; }}
#problem {{ color: {scheme.hidden_edge}; font-weight: bold; }}
#pages {{ outline: 0; border: 1px solid {scheme.edge}; border-radius: 6px; background: {scheme.card}; }}
#pages::item {{ padding: 7px 10px; }}
#pages::item:selected {{ background: {scheme.selected}; color: {scheme.text}; }}
#pages:focus {{ border: 2px solid {scheme.link}; }}
QPlainTextEdit {{ border: 1px solid {scheme.field_edge}; border-radius: 4px; background: {scheme.card}; }}
QPlainTextEdit:focus {{ border: 2px solid {scheme.link}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {scheme.group}; border-color: {scheme.edge}; }}
QLineEdit:read-only:focus, QPlainTextEdit:read-only:focus {{ border-color: {scheme.link}; }}
"""
