"""The program as it starts for everybody, with two places to look in from."""

from collections.abc import Callable

from familieopslag import app


def run(
    profile: str,
    *,
    on_window: Callable[[app.RunningWindow], None] = lambda _running: None,
    on_painted: Callable[[app.RunningWindow], None],
) -> int:
    """Run the program with the settings in `profile` until its window closes.

    `on_window` is called before the window is shown, `on_painted` at the first paint, before anything that the
    program itself does then.
    """
    show_until_closed, warm_up = app.show_until_closed, app.RunningWindow.connect_and_warm_up

    def shown(running: app.RunningWindow) -> int:
        on_window(running)
        return show_until_closed(running)

    def painted(running: app.RunningWindow) -> None:
        on_painted(running)
        warm_up(running)

    app.show_until_closed = shown
    app.RunningWindow.connect_and_warm_up = painted  # type: ignore[method-assign]
    return app.main(["--profile-dir", profile])
