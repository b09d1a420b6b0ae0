"""The material beside the project that some tests compare with: published contract, recorded replies, code lists.

It is no part of the project and may be absent; a test that needs it carries `requires_shared(...)`.
"""

from enum import Enum
from pathlib import Path

import pytest

PROJECT_ROOT = Path(__file__).resolve().parents[2]
SHARED = PROJECT_ROOT.parent / "shared"


class Shared(Enum):
    """The parts of the material; the value is the folder."""

    CONTRACT = SHARED / "contract"
    """The published WSDL and XSDs."""
    RECORDED = SHARED / "recorded"
    """Recorded replies of the official test persons: `PNR.xml`, the text of `result`."""
    CODES = SHARED / "codes"
    """Code lists as the register's owner gave them out."""


def requires_shared(*parts: Shared) -> pytest.MarkDecorator:
    """Skips a test, with the reason, where one of `parts` is not beside the project."""
    missing = sorted(part.value.name for part in parts if not part.value.is_dir())
    return pytest.mark.skipif(
        bool(missing),
        reason=f"needs ../shared/{', ../shared/'.join(missing)} beside the project" if missing else "",
    )
