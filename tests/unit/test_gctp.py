"""GCTP: the request's exact text, and replies in every state that a wire can bring them in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain.cpr import Cpr
from familieopslag.service.failures import UnreadableReplyError
from familieopslag.service.gctp import read_reply, request_text
from tests.support.replies import NAMESPACE, invented_number, main_row, own_row, reply_text

NUMBER = invented_number()


def test_the_request_is_the_one_that_other_clients_send() -> None:
    assert request_text(Cpr(NUMBER), {}) == (
        '<Gctp v="1.0"><System r="CprSoeg"><Service r="Familie+"><CprServiceHeader r="Familie+"><Key>'
        f'<Field r="PNR" v="{NUMBER}"/></Key></CprServiceHeader></Service></System></Gctp>'
    )


def test_a_further_key_follows_the_number() -> None:
    another = invented_number(1)
    asked = request_text(Cpr(NUMBER), {"REST": another})
    assert f'<Field r="PNR" v="{NUMBER}"/><Field r="REST" v="{another}"/></Key>' in asked


def test_rows_and_fields_come_as_they_were_sent() -> None:
    main = main_row(NUMBER, HUSNR="016 ", CFMY_STARTDATOUSMA=" ", LOKALITET='Fisk & Frø\'s <gård> "ü"')
    reply = read_reply(reply_text(main, own_row(NUMBER)))
    assert [{item.code: item.value for item in row} for row in reply.rows] == [main, own_row(NUMBER)]
    assert reply.receipt.is_ok


@pytest.mark.parametrize(
    "declaration",
    ['<?xml version="1.0" encoding="iso-8859-1"?>', '\n <?xml version="1.0"?>\n', "<?xml version='1.0' ?>"],
)
def test_a_declaration_in_decoded_text_is_history(declaration: str) -> None:
    text = declaration + reply_text(main_row(NUMBER, ADRNVN="Ærlig Ørsø"), own_row(NUMBER))
    assert any(item.value == "Ærlig Ørsø" for item in read_reply(text).rows[0])


def test_field_codes_are_read_whatever_their_case() -> None:
    text = reply_text(main_row(NUMBER)).replace('r="PNR"', 'r=" pnr "')
    assert any(item.code == "PNR" and item.value == NUMBER for item in read_reply(text).rows[0])


_INTERNAL = '<!DOCTYPE root [<!ENTITY who "x">]>'
_BILLION = '<!DOCTYPE root [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
_EXTERNAL = '<!DOCTYPE root [<!ENTITY who SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "ikke xml",
        "<root/>",
        f'<root xmlns="{NAMESPACE}"/>',
        reply_text(main_row(NUMBER))[:-20],
        reply_text(main_row(NUMBER)).replace(f' xmlns="{NAMESPACE}"', ""),
        reply_text(main_row(NUMBER), receipt=None),
        _INTERNAL + reply_text(main_row(NUMBER)),
        "<!DOCTYPE root>" + reply_text(main_row(NUMBER)),
        _INTERNAL + reply_text(main_row(NUMBER)).replace('v="Opdigt Testesen"', 'v="&who;"'),
        _BILLION + reply_text(main_row(NUMBER)).replace('v="Opdigt Testesen"', 'v="&b;"'),
        _EXTERNAL + reply_text(main_row(NUMBER)),
        reply_text(main_row(NUMBER)).replace('r="STATUS" ', ""),
        reply_text(main_row(NUMBER)).replace('r="STATUS"', 'r=""'),
        reply_text(main_row(NUMBER)) + "\x00",
        reply_text(main_row(NUMBER)) + "\ud800",
        reply_text(main_row(NUMBER)) + "<mere/>",
    ],
)
def test_what_is_not_a_whole_plain_reply_is_refused(text: str) -> None:
    with pytest.raises(UnreadableReplyError) as caught:
        read_reply(text)
    assert NUMBER not in str(caught.value.args)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("receipt", "word", "code", "is_ok"),
    [
        ("0", "Ok", 0, True),
        ("0", "", 0, True),
        ("", "OK", None, True),
        (" 172 ", "Fejl", 172, False),
        ("52", "", 52, False),
        ("", "", None, False),
        ("x", "Fejl", None, False),
        ("-1", "Fejl", None, False),
    ],
)
def test_the_receipt_decides(receipt: str, word: str, code: int | None, is_ok: bool) -> None:  # noqa: FBT001
    told = read_reply(reply_text(receipt=receipt, word=word)).receipt
    assert (told.code, told.is_ok) == (code, is_ok)


def test_an_error_number_outranks_a_friendly_word() -> None:
    assert not read_reply(reply_text(receipt="172", word="Ok")).receipt.is_ok


def test_lines_inside_the_receipt_are_no_rows() -> None:
    reply = read_reply(reply_text(receipt="184", word="Fejl", receipt_lines=["Fejl", "i noget"]))
    assert reply.rows == ()
    assert reply.receipt.code == 184


def test_a_reply_without_rows_is_a_reply() -> None:
    assert read_reply(reply_text()).rows == ()


def test_values_are_not_in_the_repr() -> None:
    assert "Opdigt" not in repr(read_reply(reply_text(main_row(NUMBER))))
    assert NUMBER not in repr(read_reply(reply_text(main_row(NUMBER))))


@given(st.text(max_size=60))
def test_any_text_is_a_reply_or_unreadable(text: str) -> None:
    with pytest.raises(UnreadableReplyError):
        read_reply(text)
