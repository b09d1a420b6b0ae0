"""Every setting there is: the single source for reading, `--print-policy`, what may be typed, and the documentation."""

from collections.abc import Mapping

from familieopslag.domain.privacy import PrivacySettings
from familieopslag.system.configuration.connection_kinds import FilePath, HttpsAddress, Proxy, Uuid
from familieopslag.system.configuration.key import Key, Strictness
from familieopslag.system.configuration.kinds import (
    Choice,
    Flag,
    Seconds,
    Text,
    Whole,
    WholeOrNever,
    translate,
)
from familieopslag.system.configuration.purpose_list import PurposeList

ENVIRONMENTS = ("exttest", "prod", "custom")

_PRIVACY = PrivacySettings()
_LOWER, _HIGHER, _POLICY = Strictness.LOWER, Strictness.HIGHER, Strictness.POLICY

SERVICE = (
    Key(
        "service",
        "environment",
        Choice(*ENVIRONMENTS),
        None,
        translate(
            "settings",
            "Miljøet: exttest er ekstern test, prod er produktion, og custom er en egen adresse (endpoint).",
        ),
        is_required=True,
    ),
    Key(
        "service",
        "endpoint",
        HttpsAddress(),
        "",
        translate(
            "settings", "Servicens adresse. Bruges kun sammen med environment = custom, og kræves der."
        ),
    ),
    Key(
        "service",
        "ca_file",
        FilePath(),
        None,
        translate(
            "settings",
            "Fil (PEM) med de certifikatudstedere, som programmet stoler på, og ingen andre. Uden den bruges pc'ens.",
        ),
        _POLICY,
    ),
    Key(
        "service",
        "service_agreement_uuid",
        Uuid(),
        None,
        translate("settings", "Serviceaftalens UUID."),
        is_required=True,
    ),
    Key(
        "service",
        "user_system_uuid",
        Uuid(),
        None,
        translate("settings", "Anvendersystemets UUID."),
        is_required=True,
    ),
    Key(
        "service",
        "user_uuid",
        Uuid(),
        None,
        translate("settings", "Myndighedens (kommunens) UUID."),
        is_required=True,
    ),
    Key(
        "service",
        "paging_key",
        Text(40),
        "REST",
        translate(
            "settings",
            "Det GCTP-felt, som beder om de næste 20 personer i en familie. Tomt: der bedes ikke om flere.",
        ),
    ),
    Key(
        "service",
        "relatives_flag_delivered",
        Flag(),
        default=True,
        meaning=translate(
            "settings",
            "Om servicen oplyser beskyttelse (CBSK_TYP) for familien. false: pårørende uden den vises som beskyttede.",
        ),
        strictness=_LOWER,
    ),
    Key(
        "service",
        "connect_timeout",
        Seconds(300),
        5.0,
        translate("settings", "Sekunder, før et forsøg på at få forbindelse opgives."),
    ),
    Key(
        "service",
        "read_timeout",
        Seconds(300),
        20.0,
        translate("settings", "Sekunder, før ventetiden på et svar opgives."),
    ),
    Key(
        "service",
        "proxy",
        Proxy(),
        "system",
        translate(
            "settings",
            "Vejen ud: pc'ens egen proxy (system), ingen (none) eller en bestemt (http://navn:port).",
        ),
    ),
    Key(
        "service",
        "proxy_user",
        Text(),
        "",
        translate("settings", "Brugernavn til proxyen. Adgangskoden står aldrig i en fil."),
        is_withheld=True,
    ),
)
CERTIFICATE = (
    Key(
        "certificate",
        "file",
        FilePath(),
        None,
        translate("settings", "Kommunens certifikat med nøgle (.p12)."),
        is_required=True,
    ),
)
AUDIT = (
    Key(
        "audit",
        "folder",
        FilePath(),
        None,
        translate("settings", "Mappen med loggen over opslag. Uden den: brugerens egen mappe på pc'en."),
        _POLICY,
    ),
    Key(
        "audit",
        "key_file",
        FilePath(),
        None,
        translate(
            "settings", "Fil med nøglen til loggen, hvor pc'en ikke har en nøglering. Uden den: nøgleringen."
        ),
        _POLICY,
    ),
    Key(
        "audit",
        "retention_months",
        Whole(1, 120),
        6,
        translate("settings", "Måneder, loggen gemmes."),
        _HIGHER,
    ),
)
PRIVACY = (
    Key(
        "privacy",
        "idle_minutes",
        WholeOrNever(1, 15),
        _PRIVACY.idle_minutes,
        translate("settings", "Minutter uden aktivitet, før skærm, historik og udklip ryddes. 0: aldrig."),
        _LOWER,
    ),
    Key(
        "privacy",
        "reveal",
        Flag(),
        _PRIVACY.reveal,
        translate("settings", "Om beskyttede oplysninger kan vises, når der er en grund, som logges."),
        _LOWER,
    ),
    Key(
        "privacy",
        "reveal_seconds",
        Whole(15, 300),
        _PRIVACY.reveal_seconds,
        translate("settings", "Sekunder, beskyttede oplysninger vises ad gangen."),
        _LOWER,
    ),
    Key(
        "privacy",
        "reveal_case_number",
        Flag(),
        _PRIVACY.reveal_case_number,
        translate("settings", "Om der kræves et sagsnummer for at vise beskyttede oplysninger."),
        _HIGHER,
    ),
    Key(
        "privacy",
        "mask_names",
        Flag(),
        _PRIVACY.mask_names,
        translate("settings", "Om også navnet på en beskyttet person skjules."),
        _HIGHER,
    ),
    Key(
        "privacy",
        "clipboard_seconds",
        Whole(5, 300),
        _PRIVACY.clipboard_seconds,
        translate("settings", "Sekunder, før det, programmet har kopieret, ryddes fra udklipsholderen."),
        _LOWER,
    ),
    Key(
        "privacy",
        "print",
        Flag(),
        _PRIVACY.printing,
        translate("settings", "Om der kan udskrives og gemmes som PDF."),
        _LOWER,
    ),
    Key(
        "privacy",
        "history",
        Whole(0, _PRIVACY.history),
        _PRIVACY.history,
        translate("settings", "Personer, der højst huskes, mens programmet er åbent. 0: ingen."),
        _LOWER,
    ),
)
VIEW = (
    Key("view", "text_size", Whole(80, 200), 100, translate("settings", "Tekstens størrelse i procent.")),
    Key(
        "view",
        "language",
        Choice("system", "da", "en"),
        "system",
        translate("settings", "Sproget: pc'ens (system), dansk (da) eller engelsk (en)."),
    ),
    Key(
        "view",
        "theme",
        Choice("system", "light", "dark"),
        "system",
        translate("settings", "Farverne: pc'ens (system), lyse (light) eller mørke (dark)."),
    ),
)
PURPOSES = Key(
    "",
    "purposes",
    PurposeList(),
    (),
    translate(
        "settings",
        "De formål, som der kan vælges mellem, før der slås op. Uden nogen spørges der ikke om et formål.",
    ),
    _POLICY,
)
KEYS: tuple[Key, ...] = (*SERVICE, *CERTIFICATE, *AUDIT, *PRIVACY, *VIEW, PURPOSES)
"""In the order in which they are shown."""
BY_PATH: Mapping[tuple[str, ...], Key] = {key.path: key for key in KEYS}


def key(table: str, name: str) -> Key:
    """The key of that name. Raises KeyError."""
    return BY_PATH[table, name]
