"""What a municipality can set about privacy, with the values that hold where nothing is set (screens.md §1, §3.4)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """Times and permissions. Which of them a user may loosen is decided where settings are read.

    `idle_minutes`: without a key or a mouse move before everything is cleared; 0: never. `reveal`: whether hidden data
    may be revealed at all; `reveal_seconds`: for how long; `reveal_case_number`: whether a case number is demanded.
    `mask_names`: hide a protected person's name as well. `clipboard_seconds`: before the clipboard is cleared.
    `printing`: whether printing and PDF are allowed. `history`: persons remembered in a session, at most.
    """

    idle_minutes: int = 5
    reveal: bool = True
    reveal_seconds: int = 60
    reveal_case_number: bool = True
    mask_names: bool = False
    clipboard_seconds: int = 60
    printing: bool = True
    history: int = 30
