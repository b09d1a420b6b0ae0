"""A folder of recorded replies is served as it is."""

from pathlib import Path

import pytest

from familieopslag.testservice.server import LocalService
from familieopslag.testservice.sources import open_source
from familieopslag.testservice.tables import RegisterError
from tests.support.shared_material import Shared, requires_shared
from tests.testservice.wire import Wire

_HEAD = (
    '<root xmlns="http://www.cpr.dk"><Gctp v="1.0"><System r="CprSoeg"><Service r="Familie+"><CprData><Table>'
)
_TAIL = '</Table></CprData><Kvit r="Ok" t="" v="0"/></Service></System></Gctp></root>'


def _recording(relatives: int) -> str:
    rows = [f'<Row k="{k}"><Field r="PNR_FOEDDATO" v="{k:08}"/></Row>' for k in range(1, relatives + 1)]
    return "\n".join([_HEAD, '<Row k="0"><Field r="PNR" v="x"/></Row>', *rows, _TAIL])


@requires_shared(Shared.RECORDED)
def test_every_recorded_reply_arrives_as_it_was_recorded() -> None:
    files = sorted(Shared.RECORDED.value.glob("*.xml"))
    assert files
    with LocalService(Shared.RECORDED.value) as service, Wire(service) as wire:
        for file in files:
            assert wire.look_up(file.stem).result == file.read_text(encoding="utf-8-sig")
        assert wire.look_up("3112990000").receipt[1] == "172"


def test_twenty_persons_are_sent_verbatim_and_more_in_pages(tmp_path: Path) -> None:
    (tmp_path / "1508990000.xml").write_text(_recording(20), encoding="utf-8")
    (tmp_path / "1508990001.xml").write_text("\ufeff" + _recording(21), encoding="utf-8")
    with LocalService(tmp_path) as service, Wire(service) as wire:
        assert wire.look_up("1508990000").result == _recording(20)
        assert len(wire.look_up("1508990001").rows) == 21
        rest = wire.look_up("1508990001", REST="00000020")
        assert [row.get("PNR_FOEDDATO") for row in rest.rows] == [None, "00000021"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("1508990000.xml", "<html/>"), ("1508990000.xml", "no xml"), ("somebody.xml", _recording(1))],
)
def test_a_file_that_is_no_recorded_reply_is_named(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError, match=name):
        open_source(tmp_path)


def test_a_folder_must_hold_one_kind_of_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="expected either"):
        open_source(tmp_path)
    with pytest.raises(RegisterError, match="no such folder"):
        open_source(tmp_path / "nowhere")
    (tmp_path / "1508990000.xml").write_text(_recording(1), encoding="utf-8")
    (tmp_path / "familie.toml").write_text("", encoding="utf-8")
    with pytest.raises(RegisterError, match="expected either"):
        open_source(tmp_path)
