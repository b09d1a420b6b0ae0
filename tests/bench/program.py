"""The program as it starts for everybody, with two places to look in from."""

from collections.abc import Callable

from familieopslag.app import main, window


def run(
    profile: str,
    *,
    on_window: Callable[[window.RunningWindow], None] = lambda _running: None,
    on_painted: Callable[[window.RunningWindow], None],
) -> int:
    """Run the program with the settings in `profile` until its window closes.

    `on_window` is called before the window is shown, `on_painted` at the first paint, before anything that the
    program itself does then.
    """
    show_until_closed, warm_up = window.show_until_closed, window.RunningWindow.connect_and_warm_up

    def shown(running: window.RunningWindow) -> int:
        on_window(running)
        return show_until_closed(running)

    def painted(running: window.RunningWindow) -> None:
        on_painted(running)
        warm_up(running)

    window.show_until_closed = shown
    window.RunningWindow.connect_and_warm_up = painted  # type: ignore[method-assign]
    return main(["--profile-dir", profile])
