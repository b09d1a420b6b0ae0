"""Kinds of values: what is taken, what is refused, and that what is written is read again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain.errand import Purpose
from familieopslag.system.configuration.connection_kinds import FilePath, HttpsAddress, Proxy, Uuid
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.keys import KEYS
from familieopslag.system.configuration.kinds import (
    Choice,
    Flag,
    InvalidValueError,
    Kind,
    Seconds,
    Text,
    Value,
    Whole,
    WholeOrNever,
)
from familieopslag.system.configuration.purpose_list import PurposeList
from tests.support.configurations import SAMPLES
from tests.support.replies import invented_number

_NUMBER = invented_number()
_UUID = "01234567-89ab-cdef-0123-456789abcdef"


@pytest.mark.parametrize("of", KEYS, ids=[found.label for found in KEYS])
def test_what_is_written_is_read_again(of: Key) -> None:
    for value in (*SAMPLES[of.label], *(() if of.default is None else (of.default,))):
        assert of.kind.read_text(of.kind.text(value)) == value
        assert of.kind.read(of.kind.plain(value)) == value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Text(3), " abc ", "abc"),
        (Choice(da="Dansk", en="Engelsk"), "da", "da"),
        (Flag(), " Ja ", True),
        (Flag(), "false", False),
        (Whole(1, 15), " 15 ", 15),
        (WholeOrNever(1, 15), "0", 0),
        (Seconds(300), "2,5", 2.5),
        (Seconds(300), "300", 300.0),
        (Uuid(), f"{{{_UUID.upper()}}}", _UUID),
        (FilePath(), " /a/b ", Path("/a/b")),
        (FilePath(), " ", None),
        (HttpsAddress(), "", ""),
        (HttpsAddress(), "https://a.example:8443/b/", "https://a.example:8443/b"),
        (HttpsAddress(), "https://[::1]:8443/b", "https://[::1]:8443/b"),
        (Proxy(), "http://proxy.example:8080/", "http://proxy.example:8080"),
        (Proxy(), "http://[::1]:3128", "http://[::1]:3128"),
        (PurposeList(), "", ()),
        (PurposeList(), "A=b\n\nC-1 = d = e\n", (Purpose("A", "b"), Purpose("C-1", "d = e"))),
    ],
)
def test_what_is_typed_is_taken_for_what_it_means(kind: Kind, text: str, value: Value) -> None:
    assert kind.read_text(text) == value


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (Text(3), ("abcd", "a\nb", "a\x07")),
        (Text(100), (_NUMBER, f"bruger {_NUMBER[:6]}-{_NUMBER[6:]}")),
        (Choice(da="Dansk", en="Engelsk"), ("", "DA", "da ", "sv")),
        (Flag(), ("", "måske", "2")),
        (Whole(1, 15), ("", "0", "16", "-1", "1.0", "1e1", "٣", "015", "9" * 5000)),
        (WholeOrNever(1, 15), ("-0", "16", "aldrig")),
        (Seconds(300), ("", "0", "-1", "301", "nan", "inf", "1.2.3", ".", "1" * 400, "1e2")),
        (Uuid(), ("", _UUID[:-1], _UUID + "0", _UUID.replace("-", ""), "g" + _UUID[1:])),
        (FilePath(), ("a\x00b", "a\nb", "a" * 1001)),
        (
            HttpsAddress(),
            (
                "http://a.example",
                "https://",
                "https://navn:kode@a.example",
                "https://@a.example",
                "https://a.example:havn",
                "https://a.example:99999",
                "https://[::1",
                "https://a .example",
                "https://a.example/\nb",
                "a.example",
            ),
        ),
        (
            Proxy(),
            (
                "",
                "SYSTEM",
                "https://proxy.example:8080",
                "http://proxy.example",
                "http://proxy.example:0",
                "http://proxy.example:65536",
                "http://navn:kode@proxy.example:8080",
                "http://proxy.example:8080/sti",
                "http://proxy example:8080",
                "proxy.example:8080",
            ),
        ),
        (
            PurposeList(),
            (
                "A",
                "A =",
                "= b",
                "a = b",
                "A B = c",
                "A = b\nA = c",
                f"A = b {_NUMBER}",
                f"{_NUMBER} = b",
                "A = " + "b" * 81,
                "A" * 41 + " = b",
                "A = b\x00c",
                "\n".join(f"A{n} = b" for n in range(201)),
            ),
        ),
    ],
    ids=lambda given: type(given).__name__,
)
def test_what_is_none_is_refused_with_a_sentence_that_does_not_repeat_it(
    kind: Kind, texts: tuple[str, ...]
) -> None:
    for text in texts:
        with pytest.raises(InvalidValueError) as refused:
            kind.read_text(text)
        error = refused.value
        sentence = error.demand.format_map(error.limits)
        assert sentence.startswith(("Skriv ", "Vælg "))
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert sentence == kind.demand.format_map(kind.limits), "the same for every text"
        assert error.args == ("not a value of this kind",)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (Text(), 1),
        (Choice(**{"1": "Et"}), 1),
        (Flag(), 1),
        (Flag(), "true"),
        (Whole(0, 5), True),
        (Whole(0, 5), 1.0),
        (Whole(0, 5), "1"),
        (Seconds(5), True),
        (Seconds(5), "1"),
        (Seconds(5), 10**400),
        (Seconds(5), float("nan")),
        (Uuid(), None),
        (FilePath(), []),
        (PurposeList(), "A = b"),
        (PurposeList(), ["A = b"]),
        (PurposeList(), [{"code": "A"}]),
        (PurposeList(), [{"code": "A", "text": 1}]),
    ],
)
def test_a_value_of_another_type_is_not_bent_into_shape(kind: Kind, raw: object) -> None:
    with pytest.raises(InvalidValueError):
        kind.read(raw)


@pytest.mark.parametrize(
    "kind", [Text(), Choice(**{"1": "Et"}), Uuid(), FilePath(), HttpsAddress(), Proxy(), PurposeList()]
)
def test_a_number_of_the_registry_is_no_text(kind: Kind) -> None:
    with pytest.raises(InvalidValueError):
        kind.read_number(1)


@given(st.sampled_from(KEYS), st.text(max_size=40))
def test_any_typed_text_is_a_value_or_a_refusal(of: Key, text: str) -> None:
    try:
        value = of.kind.read_text(text)
    except InvalidValueError:
        return
    assert of.kind.read(of.kind.plain(value)) == value
