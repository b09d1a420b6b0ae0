"""An exception's way through the code, without a single value."""

from collections.abc import Iterator
from pathlib import PurePath
from types import TracebackType

_DEEPEST = 40
_LONGEST_CHAIN = 6
_ROOTS = ("site-packages", "familieopslag")
"""Where a path begins to say something of the program instead of the user."""


def trace_of(error: BaseException) -> str:
    """Kinds and places, the latest last as Python has it. No message, no values, no folder of the user's."""
    chain = ["\n".join([*_frames(told.__traceback__), _kind(told)]) for told in _chain(error)]
    return "\n→ ".join(reversed(chain))


def place_of(file: str) -> str:
    """The part of a path that says which module it is."""
    parts = PurePath(file.replace("\\", "/")).parts
    for root in _ROOTS:
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at + (root == "site-packages") :])
    return parts[-1] if parts else ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what it came of, within reason."""
    told: BaseException | None = error
    seen: set[int] = set()
    while told is not None and id(told) not in seen and len(seen) < _LONGEST_CHAIN:
        yield told
        seen.add(id(told))
        told = told.__cause__ or (None if told.__suppress_context__ else told.__context__)


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, BaseExceptionGroup):
        name += f" ({', '.join(_kind(part) for part in error.exceptions)})"
    return name


def _frames(traceback: TracebackType | None) -> list[str]:
    frames = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        frames.append(f"  {place_of(code.co_filename)}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    left_out = len(frames) - _DEEPEST
    if left_out <= 0:
        return frames
    return [*frames[: _DEEPEST // 2], f"  … {left_out}", *frames[-_DEEPEST // 2 :]]
