"""Which proxy is used: the setting, and what the computer says where the setting leaves it to it."""

import sys
import urllib.request

import pytest

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.proxy import SystemProxies, proxy_for, system_proxies

ENDPOINT = "https://exttest.serviceplatformen.dk/service/CPRLookup/CPRLookup/2"
HOST = "exttest.serviceplatformen.dk"
PROXY = "http://proxy.kommune.example:3128"
_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def _says(without: str = "", **by_scheme: str) -> SystemProxies:
    return SystemProxies(by_scheme, lambda host: host == without)


def _not_asked() -> SystemProxies:
    raise AssertionError("the computer was asked")


@pytest.mark.parametrize("setting", ["none", " None "])
def test_none_is_none_whatever_the_computer_says(setting: str) -> None:
    assert proxy_for(setting, ENDPOINT, _not_asked) is None


@pytest.mark.parametrize(
    ("setting", "proxy"),
    [
        (PROXY, PROXY),
        (f"{PROXY}/", PROXY),
        (" proxy.kommune.example:3128 ", PROXY),
        ("HTTP://proxy.kommune.example:3128", "HTTP://proxy.kommune.example:3128"),
        ("http://[2001:db8::1]:8080", "http://[2001:db8::1]:8080"),
        ("http://proxy", "http://proxy"),
    ],
)
def test_an_address_is_that_address_whatever_the_computer_says(setting: str, proxy: str) -> None:
    assert proxy_for(setting, ENDPOINT, _not_asked) == proxy


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "https://proxy.kommune.example:3128",
        "socks5://proxy.kommune.example:1080",
        "http://",
        "http://:3128",
        "http://proxy:port",
        "http://proxy:99999",
        "http://proxy:3128/sti",
        "http://proxy:3128?a=b",
        "http://[::1",
        "http://navn:hemmeligt@proxy:3128",
    ],
)
def test_what_is_no_http_address_is_told_and_not_quoted(setting: str) -> None:
    with pytest.raises(FamilieopslagError) as caught:
        proxy_for(setting, ENDPOINT, _not_asked)
    assert caught.value.fault is faults.PROXY_UNUSABLE
    assert caught.value.__suppress_context__
    assert "hemmeligt" not in f"{caught.value!r}{caught.value.detail}{dict(caught.value.values)}"


@pytest.mark.parametrize("setting", ["system", "System"])
def test_the_computer_decides_when_it_is_left_to_it(setting: str) -> None:
    assert proxy_for(setting, ENDPOINT, lambda: _says(https=PROXY, http="http://andet:1")) == PROXY
    assert proxy_for(setting, ENDPOINT, lambda: _says(all="proxy.kommune.example:3128")) == PROXY
    assert proxy_for(setting, ENDPOINT, lambda: _says(https=PROXY, all="http://andet:1")) == PROXY
    assert proxy_for(setting, ENDPOINT, lambda: _says(http=PROXY)) is None
    assert proxy_for(setting, ENDPOINT, _says) is None


def test_the_computer_s_exceptions_count() -> None:
    assert proxy_for("system", ENDPOINT, lambda: _says(https=PROXY, without=HOST)) is None
    assert proxy_for("system", ENDPOINT, lambda: _says(https=PROXY, without="andet.example")) == PROXY


def test_the_computer_s_proxy_may_hold_a_password() -> None:
    with_password = "http://navn:hemmeligt@proxy.kommune.example:3128"
    proxies = _says(https=with_password)
    assert proxy_for("system", ENDPOINT, lambda: proxies) == with_password
    assert "hemmeligt" not in repr(proxies)


def test_a_computer_s_proxy_that_cannot_be_used_is_not_gone_round_in_silence() -> None:
    with pytest.raises(FamilieopslagError) as caught:
        proxy_for("system", ENDPOINT, lambda: _says(all="socks5://proxy:1080"))
    assert caught.value.fault is faults.PROXY_UNUSABLE


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "[::1]", "localhost", "LOCALHOST"])
def test_no_proxy_leads_to_this_computer(host: str) -> None:
    assert proxy_for("system", f"https://{host}:8443/service", _not_asked) is None


def test_on_linux_the_environment_is_the_computer_s_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert proxy_for("system", ENDPOINT) is None
    monkeypatch.setenv("HTTPS_PROXY", PROXY)
    assert proxy_for("system", ENDPOINT) == PROXY
    monkeypatch.setenv("NO_PROXY", "localhost,.serviceplatformen.dk")
    assert proxy_for("system", ENDPOINT) is None
    assert proxy_for("system", "https://gateway.kommune.example/") == PROXY
    monkeypatch.setenv("NO_PROXY", "*")
    assert proxy_for("system", "https://gateway.kommune.example/") is None


def test_on_windows_the_user_s_settings_are_and_the_environment_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("HTTPS_PROXY", "http://andet:1")
    monkeypatch.setattr(urllib.request, "getproxies_registry", lambda: {"https": PROXY}, raising=False)
    monkeypatch.setattr(
        urllib.request, "proxy_bypass_registry", lambda host: int(host == "intern.example"), raising=False
    )
    assert system_proxies().by_scheme == {"https": PROXY}
    assert proxy_for("system", ENDPOINT) == PROXY
    assert proxy_for("system", "https://intern.example/") is None
