"""A keyring that forgets: no test reads or writes the keyring of whoever runs it."""

from functools import cached_property

from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps passwords in this process, by service and user name."""

    @cached_property
    def _passwords(self) -> dict[tuple[str, str], str]:
        return {}

    @properties.classproperty
    def priority(self) -> float:
        """Below every real backend: it is used where a test says so, never by itself."""
        return 0.1

    def get_password(self, service: str, username: str) -> str | None:
        """The password, or None when there is none."""
        return self._passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep `password`."""
        self._passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget the password. Raises PasswordDeleteError when there is none, as real backends do."""
        if self._passwords.pop((service, username), None) is None:
            raise PasswordDeleteError("no such password")

    def clear(self) -> None:
        """Forget everything."""
        self._passwords.clear()
