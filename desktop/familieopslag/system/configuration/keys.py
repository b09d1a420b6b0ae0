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

_PRIVACY = PrivacySettings()
_LOWER, _HIGHER, _POLICY = Strictness.LOWER, Strictness.HIGHER, Strictness.POLICY

SERVICE = (
    Key(
        "service",
        "environment",
        Choice(
            exttest=translate("settings", "Ekstern test"),
            prod=translate("settings", "Produktion"),
            custom=translate("settings", "Egen adresse"),
        ),
        None,
        translate(
            "settings",
            "Miljøet: exttest er ekstern test, prod er produktion, og custom er en egen adresse (endpoint).",
        ),
        is_required=True,
        title=translate("settings", "Miljø"),
    ),
    Key(
        "service",
        "endpoint",
        HttpsAddress(),
        "",
        translate(
            "settings", "Servicens adresse. Bruges kun sammen med environment = custom, og kræves der."
        ),
        title=translate("settings", "Servicens adresse"),
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
        title=translate("settings", "Betroede udstedere (CA-fil)"),
    ),
    Key(
        "service",
        "service_agreement_uuid",
        Uuid(),
        None,
        translate("settings", "Serviceaftalens UUID."),
        is_required=True,
        title=translate("settings", "UUID for serviceaftale"),
    ),
    Key(
        "service",
        "user_system_uuid",
        Uuid(),
        None,
        translate("settings", "Anvendersystemets UUID."),
        is_required=True,
        title=translate("settings", "UUID for anvendersystem"),
    ),
    Key(
        "service",
        "user_uuid",
        Uuid(),
        None,
        translate("settings", "Myndighedens (kommunens) UUID."),
        is_required=True,
        title=translate("settings", "UUID for myndighed"),
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
        title=translate("settings", "GCTP-felt for næste side"),
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
        title=translate("settings", "Servicen oplyser familiens beskyttelse"),
    ),
    Key(
        "service",
        "connect_timeout",
        Seconds(300),
        5.0,
        translate("settings", "Sekunder, før et forsøg på at få forbindelse opgives."),
        title=translate("settings", "Ventetid på forbindelse (sekunder)"),
    ),
    Key(
        "service",
        "read_timeout",
        Seconds(300),
        20.0,
        translate("settings", "Sekunder, før ventetiden på et svar opgives."),
        title=translate("settings", "Ventetid på svar (sekunder)"),
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
        title=translate("settings", "Proxy"),
    ),
    Key(
        "service",
        "proxy_user",
        Text(),
        "",
        translate("settings", "Brugernavn til proxyen. Adgangskoden står aldrig i en fil."),
        is_withheld=True,
        title=translate("settings", "Brugernavn til proxyen"),
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
        title=translate("settings", "Certifikatets fil"),
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
        title=translate("settings", "Mappe med loggen"),
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
        title=translate("settings", "Fil med loggens nøgle"),
    ),
    Key(
        "audit",
        "retention_months",
        Whole(1, 120),
        6,
        translate("settings", "Måneder, loggen gemmes."),
        _HIGHER,
        title=translate("settings", "Loggen gemmes (måneder)"),
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
        title=translate("settings", "Ryd efter inaktivitet (minutter)"),
    ),
    Key(
        "privacy",
        "reveal",
        Flag(),
        _PRIVACY.reveal,
        translate("settings", "Om beskyttede oplysninger kan vises, når der er en grund, som logges."),
        _LOWER,
        title=translate("settings", "Beskyttede oplysninger kan vises"),
    ),
    Key(
        "privacy",
        "reveal_seconds",
        Whole(15, 300),
        _PRIVACY.reveal_seconds,
        translate("settings", "Sekunder, beskyttede oplysninger vises ad gangen."),
        _LOWER,
        title=translate("settings", "Beskyttede oplysninger vises (sekunder)"),
    ),
    Key(
        "privacy",
        "reveal_case_number",
        Flag(),
        _PRIVACY.reveal_case_number,
        translate("settings", "Om der kræves et sagsnummer for at vise beskyttede oplysninger."),
        _HIGHER,
        title=translate("settings", "Sagsnummer kræves for at vise"),
    ),
    Key(
        "privacy",
        "mask_names",
        Flag(),
        _PRIVACY.mask_names,
        translate("settings", "Om også navnet på en beskyttet person skjules."),
        _HIGHER,
        title=translate("settings", "Skjul navnet på beskyttede personer"),
    ),
    Key(
        "privacy",
        "clipboard_seconds",
        Whole(5, 300),
        _PRIVACY.clipboard_seconds,
        translate("settings", "Sekunder, før det, programmet har kopieret, ryddes fra udklipsholderen."),
        _LOWER,
        title=translate("settings", "Ryd udklipsholderen (sekunder)"),
    ),
    Key(
        "privacy",
        "print",
        Flag(),
        _PRIVACY.printing,
        translate("settings", "Om der kan udskrives og gemmes som PDF."),
        _LOWER,
        title=translate("settings", "Udskrift og PDF"),
    ),
    Key(
        "privacy",
        "history",
        Whole(0, _PRIVACY.history),
        _PRIVACY.history,
        translate("settings", "Personer, der højst huskes, mens programmet er åbent. 0: ingen."),
        _LOWER,
        title=translate("settings", "Personer i historikken"),
    ),
)
VIEW = (
    Key(
        "view",
        "text_size",
        Whole(80, 200),
        100,
        translate("settings", "Tekstens størrelse i procent."),
        title=translate("settings", "Tekststørrelse (procent)"),
    ),
    Key(
        "view",
        "language",
        Choice(
            system=translate("settings", "Som pc'en"),
            da=translate("settings", "Dansk"),
            en=translate("settings", "Engelsk"),
        ),
        "system",
        translate("settings", "Sproget: pc'ens (system), dansk (da) eller engelsk (en)."),
        title=translate("settings", "Sprog"),
    ),
    Key(
        "view",
        "theme",
        Choice(
            system=translate("settings", "Som pc'en"),
            light=translate("settings", "Lyse"),
            dark=translate("settings", "Mørke"),
        ),
        "system",
        translate("settings", "Farverne: pc'ens (system), lyse (light) eller mørke (dark)."),
        title=translate("settings", "Farver"),
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
    title=translate("settings", "Formål"),
)
KEYS: tuple[Key, ...] = (*SERVICE, *CERTIFICATE, *AUDIT, *PRIVACY, *VIEW, PURPOSES)
"""In the order in which they are shown."""
BY_PATH: Mapping[tuple[str, ...], Key] = {key.path: key for key in KEYS}


def key(table: str, name: str) -> Key:
    """The key of that name. Raises KeyError."""
    return BY_PATH[table, name]
