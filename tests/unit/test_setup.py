"""What the settings window has done: settings written whole or refused, certificates copied as they came."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from cryptography.hazmat.primitives.serialization import NoEncryption
from keyring.backends import null

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.system.configuration.keys import key
from familieopslag.system.configuration.layers import OriginKind
from familieopslag.system.passphrases import Passphrases
from familieopslag.system.secrets import PASSPHRASE_VARIABLE, SERVICE_NAME, file_fingerprint
from familieopslag.system.setup import Setup
from tests.support.certificates import NAME, PHRASE, leaf, p12, triple_des
from tests.support.configurations import policy_of
from tests.support.memory_keyring import MemoryKeyring

MEMORY = (MemoryKeyring.__module__,)
ENVIRONMENT, ENDPOINT = key("service", "environment"), key("service", "endpoint")
CERTIFICATE, IDLE = key("certificate", "file"), key("privacy", "idle_minutes")
KEY_FILE = key("audit", "key_file")


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profil"


def _setup(profile: Path, policy: str | None = None) -> Setup:
    sources = () if policy is None else (policy_of(profile.parent / "etc", policy),)
    passphrases = Passphrases(trusted_backends=MEMORY)
    return Setup(profile, passphrases, policy=sources, trusted_backends=MEMORY)


@pytest.fixture
def setup(profile: Path) -> Setup:
    return _setup(profile)


def _source(folder: Path, data: bytes, name: str = "Firma 010203.pfx") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def _refused(setup: Setup, file: Path, passphrase: str = PHRASE) -> FamilieopslagError:
    with pytest.raises(FamilieopslagError) as caught:
        setup.import_certificate(file, passphrase)
    assert (
        passphrase not in f"{caught.value}{caught.value.detail}{dict(caught.value.values)}" or not passphrase
    )
    return caught.value


def test_a_first_run_is_one_without_file_and_without_a_policy_that_does_without(profile: Path) -> None:
    assert _setup(profile).read().is_first_run
    assert _setup(profile, "[locked.service]\nenvironment = 'prod'\n").read().is_first_run
    uuid = "11111111-2222-3333-4444-555555555555"
    names = ("service_agreement_uuid", "user_system_uuid", "user_uuid")
    lines = "".join(f"service.{name} = '{uuid}'\n" for name in names)
    whole = f"[locked]\nservice.environment = 'prod'\n{lines}certificate.file = '/etc/f/c.p12'\n"
    assert not _setup(profile, whole).read().is_first_run
    _setup(profile).save({IDLE: 3})
    assert not _setup(profile).read().is_first_run


def test_what_is_saved_is_in_force_and_what_is_taken_out_is_not(setup: Setup) -> None:
    assert setup.save({ENVIRONMENT: "prod", IDLE: 3}).effective[IDLE].value == 3
    after = setup.save({IDLE: None})
    assert (after.effective[IDLE].value, after.effective[IDLE].origin.kind) == (5, OriginKind.BUILT_IN)
    assert after.effective[ENVIRONMENT].value == "prod"


def test_settings_that_do_not_fit_together_are_not_written(profile: Path) -> None:
    setup = _setup(profile, "[locked.service]\nendpoint = 'https://gateway.example/x'\n")
    setup.save({IDLE: 3})
    before = (profile / "settings.toml").read_bytes()
    with pytest.raises(FamilieopslagError) as caught:
        setup.save({ENVIRONMENT: "prod"})
    assert caught.value.fault is faults.SETTINGS_INVALID
    assert (profile / "settings.toml").read_bytes() == before
    assert setup.save({ENVIRONMENT: "custom"}).effective[ENDPOINT].value == "https://gateway.example/x"


def test_a_faulty_value_is_mended_by_saving_over_it(profile: Path) -> None:
    profile.mkdir()
    (profile / "settings.toml").write_text("[privacy]\nidle_minutes = 99\nhistory = 99\n", encoding="utf-8")
    setup = _setup(profile)
    after = setup.save({IDLE: None})
    assert after.faulty == (key("privacy", "history"),)
    assert setup.save({key("privacy", "history"): 5}).fault is None


def test_a_broken_file_stays_and_is_told(profile: Path) -> None:
    profile.mkdir()
    (profile / "settings.toml").write_text("[privacy\n", encoding="utf-8")
    with pytest.raises(FamilieopslagError) as caught:
        _setup(profile).save({IDLE: 3})
    assert caught.value.fault is faults.SETTINGS_UNREADABLE
    assert (profile / "settings.toml").read_text(encoding="utf-8") == "[privacy\n"


def test_trying_writes_nothing(setup: Setup, profile: Path) -> None:
    uuid = "11111111-2222-3333-4444-555555555555"
    names = ("service_agreement_uuid", "user_system_uuid", "user_uuid")
    changes = {key("service", name): uuid for name in names}
    tried = setup.tried({**changes, ENVIRONMENT: "prod", CERTIFICATE: Path("/a/b.p12")})
    assert (tried.environment, tried.certificate_file) == ("prod", Path("/a/b.p12"))
    assert not profile.exists()


@pytest.mark.parametrize("old", [False, True], ids=["aes", "3des"])
def test_a_certificate_is_copied_as_it_is_under_a_name_that_tells_nothing(
    setup: Setup, profile: Path, tmp_path: Path, memory_keyring: MemoryKeyring, *, old: bool
) -> None:
    data = p12(encryption=triple_des() if old else None)
    imported = setup.import_certificate(_source(tmp_path, data), PHRASE)
    assert imported.file.read_bytes() == data
    assert imported.file == profile / f"certifikat-{file_fingerprint(data)}.p12"
    assert [found.name for found in profile.iterdir()] == [imported.file.name]
    if os.name != "nt":
        assert stat.S_IMODE(imported.file.stat().st_mode) == 0o600
        assert stat.S_IMODE(profile.stat().st_mode) == 0o700
    assert imported.keyring == "memory_keyring"
    user = f"certifikat:{file_fingerprint(data)}"
    assert memory_keyring.get_password(SERVICE_NAME, user) == PHRASE
    details = imported.details
    assert details.facts.subject == f"{NAME}, Prøvekommune"
    assert "Prøveudsteder" in details.facts.issuer
    assert details.key == "EC secp256r1"
    assert details.chain == len(leaf().cert_chain_pems) - 1
    assert len(details.fingerprint.split(":")) == 32
    assert setup.certificate(imported.file, "prod") == details


def test_rc2_is_read_where_openssl_has_it(setup: Setup, tmp_path: Path) -> None:
    assert setup.import_certificate(_rc2(tmp_path), PHRASE).details.facts.subject


def test_rc2_where_openssl_has_it_no_more_is_said_and_not_called_a_wrong_passphrase(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from familieopslag.system.certificate import read_certificate\n"
        "from familieopslag.domain.faults import FamilieopslagError\n"
        "try: read_certificate(Path(sys.argv[1]), sys.stdin.read())\n"
        "except FamilieopslagError as error: print(error.fault.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(_rc2(tmp_path))],
        input=PHRASE,
        env={**os.environ, "CRYPTOGRAPHY_OPENSSL_NO_LEGACY": "1", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == faults.CERTIFICATE_CIPHER_REFUSED.code


def test_a_key_in_the_open_is_not_copied_whatever_passphrase_is_around_it(
    setup: Setup, profile: Path, tmp_path: Path
) -> None:
    file = _exported(tmp_path, "-keypbe", "NONE", "-certpbe", "NONE")
    assert _refused(setup, file).fault is faults.CERTIFICATE_UNPROTECTED
    assert not profile.exists()


def test_an_empty_passphrase_protects_nothing(setup: Setup, profile: Path, tmp_path: Path) -> None:
    file = _exported(tmp_path, passphrase="")
    assert _refused(setup, file, "").fault is faults.CERTIFICATE_UNPROTECTED
    assert not profile.exists()


def _rc2(folder: Path) -> Path:
    """As Windows XP to 7 exported it."""
    return _exported(folder, "-legacy")


def _exported(folder: Path, *options: str, passphrase: str = PHRASE) -> Path:
    """What OpenSSL makes, which can do what cryptography does not."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the openssl program")
    pem, file = folder / "pair.pem", folder / "gammel.pfx"
    pem.write_bytes(leaf().private_key_pem.bytes() + leaf().cert_chain_pems[0].bytes())
    made = subprocess.run(
        [openssl, "pkcs12", "-export", *options, "-in", str(pem), "-passout", "stdin", "-out", str(file)],
        input=passphrase.encode() + b"\n",
        capture_output=True,
        check=False,
        timeout=60,
    )
    pem.unlink()
    if made.returncode:
        pytest.skip("this openssl does not make such files")
    return file


@pytest.mark.parametrize(
    ("data", "passphrase", "fault"),
    [
        (p12, "forkert", faults.PASSPHRASE_WRONG),
        (p12, "", faults.PASSPHRASE_WRONG),
        (lambda: b"ikke en p12", PHRASE, faults.CERTIFICATE_UNREADABLE),
        (lambda: b"x" * (1024 * 1024 + 1), PHRASE, faults.CERTIFICATE_UNREADABLE),
        (lambda: p12(leaf(-400, -3)), PHRASE, faults.CERTIFICATE_EXPIRED),
        (lambda: p12(leaf(3, 400)), PHRASE, faults.CERTIFICATE_NOT_YET_VALID),
        (lambda: p12(encryption=NoEncryption()), "", faults.CERTIFICATE_UNPROTECTED),
    ],
    ids=["wrong", "none", "no p12", "too large", "expired", "not yet", "open"],
)
def test_what_cannot_be_used_today_is_not_copied(
    setup: Setup, profile: Path, tmp_path: Path, data: object, passphrase: str, fault: Fault
) -> None:
    assert callable(data)
    error = _refused(setup, _source(tmp_path, data()), passphrase)
    assert error.fault is fault
    assert not profile.exists()


def test_an_expired_certificate_is_refused_with_its_date(setup: Setup, tmp_path: Path) -> None:
    expired = leaf(-400, -3)
    error = _refused(setup, _source(tmp_path, p12(expired)))
    from cryptography import x509

    end = x509.load_pem_x509_certificate(expired.cert_chain_pems[0].bytes()).not_valid_after_utc
    assert error.values["date"] == f"{end:%d.%m.%Y}"


def test_a_file_that_is_gone_is_told(setup: Setup, tmp_path: Path) -> None:
    assert _refused(setup, tmp_path / "findes ikke.p12").fault is faults.CERTIFICATE_MISSING


def test_a_profile_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "profil").write_text("not a folder", encoding="utf-8")
    error = _refused(_setup(tmp_path / "profil"), _source(tmp_path, p12()))
    assert error.fault is faults.SETTINGS_UNWRITABLE


def test_without_a_keyring_the_passphrase_is_for_this_session(setup: Setup, tmp_path: Path) -> None:
    keyring.set_keyring(null.Keyring())
    imported = setup.import_certificate(_source(tmp_path, p12()), PHRASE)
    assert imported.keyring == ""
    assert setup.certificate(imported.file, "prod") == imported.details
    with pytest.raises(FamilieopslagError) as caught:
        _setup(tmp_path / "profil").certificate(imported.file, "prod")
    assert caught.value.fault is faults.KEYRING_UNAVAILABLE


def test_a_certificate_that_is_replaced_goes_and_so_does_its_passphrase(
    setup: Setup, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    first = setup.import_certificate(_source(tmp_path, p12()), PHRASE)
    setup.save({CERTIFICATE: first.file})
    second = setup.import_certificate(_source(tmp_path, p12(leaf(-1, 300))), PHRASE)
    assert first.file.exists(), "until somebody saves"
    setup.save({CERTIFICATE: second.file}, leftover=(second.file,))
    assert not first.file.exists()
    assert second.file.exists()
    assert len(memory_keyring._passwords) == 1


def test_a_certificate_that_is_not_ours_is_never_removed(setup: Setup, tmp_path: Path) -> None:
    theirs = _source(tmp_path, p12())
    setup.save({CERTIFICATE: theirs})
    setup.save({CERTIFICATE: None})
    setup.discard([theirs])
    assert theirs.exists()


def test_what_was_imported_and_not_saved_is_taken_away(
    setup: Setup, profile: Path, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    imported = setup.import_certificate(_source(tmp_path, p12()), PHRASE)
    setup.discard([imported.file])
    assert not list(profile.iterdir())
    assert not memory_keyring._passwords


@pytest.mark.parametrize("keep", [True, False])
def test_a_certificate_is_unlocked_only_by_its_own_passphrase(
    setup: Setup, tmp_path: Path, memory_keyring: MemoryKeyring, *, keep: bool
) -> None:
    file = _source(tmp_path, p12())
    with pytest.raises(FamilieopslagError) as caught:
        setup.unlock(file, "forkert", keep=keep)
    assert caught.value.fault is faults.PASSPHRASE_WRONG
    assert not memory_keyring._passwords
    assert setup.unlock(file, PHRASE, keep=keep) == ("memory_keyring" if keep else "")
    assert setup.certificate(file, "prod").facts.subject
    assert len(memory_keyring._passwords) == int(keep)


def test_the_proxy_s_password_is_in_the_keyring(setup: Setup, memory_keyring: MemoryKeyring) -> None:
    setup.keep_proxy_password("ab12", PHRASE)
    assert memory_keyring.get_password(SERVICE_NAME, "proxy:ab12") == PHRASE


def test_no_value_gets_into_the_log(setup: Setup, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        setup.save({key("service", "proxy_user"): "ab12", ENVIRONMENT: "prod"})
    assert "settings saved: [service] environment, [service] proxy_user" in caplog.text
    assert "ab12" not in caplog.text


def test_the_log_s_key_is_looked_for_where_it_would_be_after_the_changes(
    setup: Setup, profile: Path, tmp_path: Path
) -> None:
    setup.check_audit_key({})
    keyring.set_keyring(null.Keyring())
    with pytest.raises(FamilieopslagError) as caught:
        setup.check_audit_key({})
    assert caught.value.fault is faults.AUDIT_KEY_MISSING
    setup.check_audit_key({KEY_FILE: tmp_path / "a.key"})
    setup.check_audit_key({KEY_FILE: profile / "audit.key"})
    assert list(profile.iterdir()) == [], "the folder is made for it, and the key by whoever logs"
    if os.name != "nt":
        assert stat.S_IMODE(profile.stat().st_mode) == 0o700


def test_a_key_file_that_cannot_be_used_is_not_written(setup: Setup, profile: Path, tmp_path: Path) -> None:
    setup.save({IDLE: 3})
    before = (profile / "settings.toml").read_bytes()
    with pytest.raises(FamilieopslagError) as caught:
        setup.save({KEY_FILE: tmp_path / "findes ikke" / "audit.key"})
    assert caught.value.fault is faults.AUDIT_UNWRITABLE
    assert (profile / "settings.toml").read_bytes() == before


def test_a_path_is_tried_where_it_will_count_from(setup: Setup, profile: Path) -> None:
    uuid = "11111111-2222-3333-4444-555555555555"
    changes = {
        key("service", name): uuid for name in ("service_agreement_uuid", "user_system_uuid", "user_uuid")
    }
    tried = setup.tried({**changes, ENVIRONMENT: "prod", CERTIFICATE: Path("a.p12")})
    assert tried.certificate_file == profile / "a.p12"


def test_a_path_from_somebody_unknown_s_home_is_not_written(setup: Setup, profile: Path) -> None:
    with pytest.raises(FamilieopslagError) as caught:
        setup.save({KEY_FILE: Path("~findes-ikke-her/audit.key")})
    assert caught.value.fault is faults.SETTINGS_INVALID
    assert caught.value.values["key"] == "[audit] key_file"
    assert not profile.exists()
