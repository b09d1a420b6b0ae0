"""The list of purposes (formål) as a kind of value."""

from collections.abc import Iterable

from familieopslag.system.configuration.kinds import Kind, Value, holds_number, translate

_LONGEST_TEXT = 80
_MOST = 200


class PurposeList(Kind):
    """The municipality's purposes (formål): in TOML an array of tables `code`, `text`; as text `CODE = text` a line."""

    demand = translate(
        "settings",
        "Skriv et formål på hver linje: en kode med store bogstaver, tal, _ . eller -, et lighedstegn og en tekst, "
        "for eksempel BORGERSERVICE = Borgerservice. Hver kode må kun stå én gang.",
    )

    def read(self, raw: object) -> Value:
        if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
            raise self.refusal()
        return self._checked((item.get("code"), item.get("text")) for item in raw)

    def read_text(self, text: str) -> Value:
        lines = [line.partition("=") for line in text.splitlines() if line.strip()]
        return self._checked((code, words) for code, _, words in lines)

    def text(self, value: Value) -> str:
        listed = value if isinstance(value, tuple) else ()
        return "\n".join(f"{purpose.code} = {purpose.text}" for purpose in listed)

    def plain(self, value: Value) -> object:
        listed = value if isinstance(value, tuple) else ()
        return [{"code": purpose.code, "text": purpose.text} for purpose in listed]

    def _checked(self, pairs: Iterable[tuple[object, object]]) -> Value:
        from familieopslag.domain.errand import Purpose

        found: dict[str, Purpose] = {}
        for code, text in pairs:
            if not isinstance(code, str) or not isinstance(text, str):
                raise self.refusal()
            code, text = code.strip(), text.strip()  # noqa: PLW2901 - as they are meant
            if code in found or len(found) == _MOST or not _is_purpose(code, text):
                raise self.refusal()
            found[code] = Purpose(code, text)
        return tuple(found.values())


def _is_purpose(code: str, text: str) -> bool:
    """Whether it can be shown, typed and logged."""
    from familieopslag.domain.errand import PURPOSE_CODE

    is_line = 0 < len(text) <= _LONGEST_TEXT and text.isprintable()
    return is_line and bool(PURPOSE_CODE.fullmatch(code)) and not holds_number(f"{code}\n{text}")
