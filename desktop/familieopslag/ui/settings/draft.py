"""What a user has typed into the settings window and not saved yet."""

from familieopslag.system.configuration.key import Key, Strictness
from familieopslag.system.configuration.keys import KEYS, key
from familieopslag.system.configuration.kinds import (
    Choice,
    Flag,
    InvalidValueError,
    Value,
    Whole,
    WholeOrNever,
)
from familieopslag.system.paths import AUDIT_KEY_FILE
from familieopslag.system.settings import Configuration
from familieopslag.ui.translation import translate

ENVIRONMENT, ENDPOINT = key("service", "environment"), key("service", "endpoint")
CERTIFICATE = key("certificate", "file")
KEY_FILE = key("audit", "key_file")
_OWN_ADDRESS = "custom"


class Draft:
    """Texts over what is in force. It refuses nothing: `problem` says what cannot be saved as it is, and why."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._texts: dict[Key, str] = {}

    def text(self, of: Key) -> str:
        """What stands there now."""
        return self._texts.get(of, self._before(of))

    def type(self, of: Key, text: str) -> None:
        """Put `text` there, whatever it is."""
        if text == self._before(of):
            self._texts.pop(of, None)
        else:
            self._texts[of] = text

    def is_steered(self, of: Key) -> bool:
        """Whether only the administrator can change it."""
        found = self._configuration.effective[of]
        return found.is_locked or (of.strictness is Strictness.POLICY and found.decided != of.default)

    def limits(self, of: Key) -> tuple[int, int] | None:
        """The least and the most that this user may set for a whole number; None for other kinds.

        0 stands for "never", where a key has that and it is not looser than what is decided.
        """
        kind = of.kind
        if not isinstance(kind, Whole):
            return None
        low = 0 if isinstance(kind, WholeOrNever) else kind.low
        allowed = [number for number in range(low, kind.high + 1) if self._allows(of, number)]
        return min(allowed), max(allowed)

    def can_turn(self, of: Key) -> bool:
        """Whether this user may choose yes as well as no."""
        return isinstance(of.kind, Flag) and all(self._allows(of, value) for value in (True, False))

    @property
    def own_key_file(self) -> str:
        """Where the audit log's key would be in the program's own folder."""
        return str(self._configuration.file.absolute().with_name(AUDIT_KEY_FILE))

    @property
    def needs_endpoint(self) -> bool:
        """Whether the environment that is chosen has no address of its own."""
        return self.text(ENVIRONMENT) == _OWN_ADDRESS

    @property
    def is_changed(self) -> bool:
        """Whether anything has been typed that is not in force."""
        return bool(self._texts)

    def problem(self, of: Key) -> str:
        """Why what stands there cannot be saved; "" when it can, or when nothing has been typed there."""
        if of is ENDPOINT:
            return self._problem_of_endpoint()
        if of in self._configuration.faulty and of not in self._texts:
            return translate(
                "settings", "Værdien i filen er ikke gyldig. Når du gemmer, gælder det, der står her."
            )
        return self._problem_of_text(of)

    def missing(self, of: Key) -> str:
        """The same, and also that nothing stands where a lookup needs something."""
        if of.is_required and not self.text(of).strip():
            if isinstance(of.kind, Choice):
                return translate("settings", "Vælg en af mulighederne.")
            return translate("settings", "Skal udfyldes.")
        return self.problem(of)

    def problems(self) -> dict[Key, str]:
        """What stands in the way of saving."""
        found = {of: self._problem_of_text(of) for of in self._texts if of is not ENDPOINT}
        found[ENDPOINT] = self._problem_of_endpoint()
        return {of: said for of, said in found.items() if said}

    def changes(self) -> dict[Key, Value]:
        """What has to be written, once there are no problems; None: taken out, because it holds without."""
        wanted = [of for of in KEYS if of in self._texts or of in self._configuration.faulty]
        changes = {of: self._written(of) for of in wanted if of is not ENDPOINT and not self.is_steered(of)}
        return changes | self._change_of_endpoint()

    def _written(self, of: Key) -> Value:
        text = self.text(of)
        if of.is_required and not text.strip():
            return None
        value = self._configuration.typed(of, text)
        return None if value == self._configuration.effective[of].decided else value

    def _problem_of_text(self, of: Key) -> str:
        if of not in self._texts or (of.is_required and not self._texts[of].strip()):
            return ""
        return self._refusal(of, self._texts[of])

    def _problem_of_endpoint(self) -> str:
        if not self.needs_endpoint or self.is_steered(ENDPOINT):
            return ""
        text = self.text(ENDPOINT)
        if not text.strip():
            return translate("settings", "Skriv servicens adresse.")
        return self._refusal(ENDPOINT, text)

    def _refusal(self, of: Key, text: str) -> str:
        try:
            self._configuration.typed(of, text)
        except InvalidValueError as refused:
            return translate("settings", refused.demand).format_map(refused.limits)
        return ""

    def _change_of_endpoint(self) -> dict[Key, Value]:
        """An environment that knows its address has no other beside it in the file."""
        if self.is_steered(ENDPOINT):
            return {}
        if self.needs_endpoint:
            if ENDPOINT not in self._texts:
                return {}
            return {ENDPOINT: self._configuration.typed(ENDPOINT, self._texts[ENDPOINT])}
        touched = {ENVIRONMENT, ENDPOINT} & {*self._texts, *self._configuration.faulty}
        return {ENDPOINT: None} if touched else {}

    def _before(self, of: Key) -> str:
        value = self._configuration.effective[of].value
        if of is ENDPOINT and self._configuration.effective[ENVIRONMENT].value != _OWN_ADDRESS:
            return ""  # the environment's own, which is no text of the user's
        return of.kind.text(value)

    def _allows(self, of: Key, value: Value) -> bool:
        return of.allows(value, self._configuration.effective[of].decided)
