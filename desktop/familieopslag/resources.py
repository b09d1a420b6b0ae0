"""Where the program's data files are.

The one locator of the `resources` folder (WSDL, code lists, translations, icons, test register). Stdlib only,
so that every part of the package, the test service included, may use it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The `resources` folder: inside the package when installed or frozen, beside `desktop/` in a checkout.

    Raises FileNotFoundError when the installation is incomplete.
    """
    for candidate in (_PACKAGE / "resources", _PACKAGE.parent.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("the resources folder is missing from this installation")
