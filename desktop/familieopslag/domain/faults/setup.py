"""FO-01x and FO-02x: what is set up on this computer: settings, the municipality's certificate, its passphrase."""

from familieopslag.domain.faults.kinds import NOT_DONE, NOT_SET_UP, ExitCode, Fault, translate

SETTINGS_MISSING = Fault(
    "FO-010",
    NOT_SET_UP,
    translate("faults", "Der er ingen indstillinger i {file}."),
    translate(
        "faults", "Bed it-support om at sætte programmet op. Med --demo kan du prøve det med testpersoner."
    ),
    ExitCode.CONFIGURATION,
    origin="settings.toml findes ikke.",
)
SETTINGS_UNREADABLE = Fault(
    "FO-011",
    NOT_SET_UP,
    translate("faults", "Indstillingerne i {file} kan ikke læses: linje {line}."),
    translate("faults", "Bed it-support om at rette filen, og start programmet igen."),
    ExitCode.CONFIGURATION,
    origin="settings.toml er ikke TOML i UTF-8, eller den må ikke læses.",
)
SETTINGS_INVALID = Fault(
    "FO-012",
    NOT_SET_UP,
    translate("faults", "Indstillingen {key} i {file}, linje {line}, er ikke gyldig."),
    translate("faults", "Bed it-support om at rette filen, og start programmet igen."),
    ExitCode.CONFIGURATION,
    origin="En værdi i settings.toml, som docs/indstillinger.md ikke tillader.",
)
SETTINGS_INCOMPLETE = Fault(
    "FO-013",
    NOT_SET_UP,
    translate("faults", "Indstillingen {key} mangler i {file}."),
    translate("faults", "Bed it-support om at tilføje den, og start programmet igen."),
    ExitCode.CONFIGURATION,
    origin="En påkrævet nøgle er hverken i settings.toml eller i administratorens policy.",
)
SETTINGS_UNWRITABLE = Fault(
    "FO-014",
    translate("faults", "Indstillingerne er ikke gemt"),
    translate("faults", "Indstillingerne kan ikke gemmes i {file}. Filen er, som den var."),
    translate("faults", "Kontrollér, at der er plads på disken, eller bed it-support om at rette filen."),
    ExitCode.CONFIGURATION,
    retry=True,
    origin="settings.toml kan ikke skrives, eller den er skrevet på en måde, som programmet ikke kan ændre i.",
)
POLICY_REFUSED = Fault(
    "FO-015",
    NOT_SET_UP,
    translate(
        "faults",
        "Administratorens policy i {file} bruges ikke, fordi andre end administratoren kan ændre filen eller mappen. "
        "Opslag er derfor spærret.",
    ),
    translate("faults", "Bed it-support om at rette ejer og rettigheder, og start programmet igen."),
    ExitCode.CONFIGURATION,
    origin="Ejer eller rettigheder på policyfilen, dens mappe eller en mappe over den; eller et link.",
)
POLICY_UNREADABLE = Fault(
    "FO-016",
    NOT_SET_UP,
    translate(
        "faults", "Administratorens policy i {file} kan ikke læses: linje {line}. Opslag er derfor spærret."
    ),
    translate("faults", "Bed it-support om at rette den, og start programmet igen."),
    ExitCode.CONFIGURATION,
    origin="Policyfilen er ikke TOML i UTF-8, eller den eller registreringsdatabasen må ikke læses.",
)
POLICY_INVALID = Fault(
    "FO-017",
    NOT_SET_UP,
    translate(
        "faults",
        "Indstillingen {key} i administratorens policy i {file}, linje {line}, er ikke gyldig. "
        "Opslag er derfor spærret.",
    ),
    translate("faults", "Bed it-support om at rette den, og start programmet igen."),
    ExitCode.CONFIGURATION,
    origin="En værdi i policyfilen eller i registreringsdatabasen, som docs/indstillinger.md ikke tillader.",
)
CERTIFICATE_MISSING = Fault(
    "FO-020",
    NOT_DONE,
    translate("faults", "Kommunens certifikat blev ikke fundet, eller filen kan ikke læses."),
    translate("faults", "Bed it-support om at kontrollere certifikatet i indstillingerne."),
    ExitCode.CERTIFICATE,
    origin="Filen i [certificate] file.",
)
CERTIFICATE_UNREADABLE = Fault(
    "FO-021",
    NOT_DONE,
    translate("faults", "Filen med kommunens certifikat er ikke et certifikat med nøgle (.p12)."),
    translate("faults", "Bed it-support om at kontrollere certifikatet i indstillingerne."),
    ExitCode.CERTIFICATE,
    origin="Filen i [certificate] file er ikke PKCS#12, eller den mangler nøglen.",
)
CERTIFICATE_EXPIRED = Fault(
    "FO-022",
    NOT_DONE,
    translate("faults", "Kommunens certifikat er udløbet {date}."),
    translate("faults", "Kontakt it-support, som skal forny det."),
    ExitCode.CERTIFICATE,
    origin="Certifikatets udløb og pc'ens ur; der er ikke spurgt nogen.",
)
CERTIFICATE_NOT_YET_VALID = Fault(
    "FO-023",
    NOT_DONE,
    translate("faults", "Kommunens certifikat gælder først fra {date}."),
    translate("faults", "Kontakt it-support. Kontrollér også, at pc'ens ur går rigtigt."),
    ExitCode.CERTIFICATE,
    origin="Certifikatets begyndelse og pc'ens ur; der er ikke spurgt nogen.",
)
PASSPHRASE_WRONG = Fault(
    "FO-024",
    NOT_DONE,
    translate("faults", "Adgangskoden til certifikatet er forkert."),
    translate("faults", "Bed it-support om at gemme den rigtige adgangskode."),
    ExitCode.CERTIFICATE,
    origin="Adgangskoden i nøgleringen eller i FAMILIEOPSLAG_CERTIFICATE_PASSPHRASE åbner ikke filen.",
)
PASSPHRASE_MISSING = Fault(
    "FO-025",
    NOT_DONE,
    translate("faults", "Adgangskoden til certifikatet mangler."),
    translate("faults", "Bed it-support om at gemme adgangskoden i pc'ens nøglering."),
    ExitCode.CERTIFICATE,
    origin="Nøgleringen har ingen adgangskode for dette miljø.",
)
KEYRING_UNAVAILABLE = Fault(
    "FO-026",
    NOT_DONE,
    translate("faults", "Pc'ens nøglering, som gemmer adgangskoden til certifikatet, kan ikke bruges."),
    translate("faults", "Lås nøgleringen op, eller kontakt it-support."),
    ExitCode.CERTIFICATE,
    retry=True,
    origin="Der er ingen nøglering, den er låst, eller den er en, der gemmer i klar tekst.",
)
CA_UNREADABLE = Fault(
    "FO-027",
    NOT_DONE,
    translate("faults", "Filen med de certifikatudstedere, som programmet stoler på, kan ikke læses."),
    translate("faults", "Bed it-support om at kontrollere ca_file i indstillingerne."),
    ExitCode.CONFIGURATION,
    origin="Filen i [service] ca_file.",
)
CERTIFICATE_CIPHER_REFUSED = Fault(
    "FO-028",
    NOT_DONE,
    translate(
        "faults",
        "Filen med certifikatet er krypteret med en ældre metode, som denne pc ikke kan læse. "
        "Adgangskoden kan godt være rigtig.",
    ),
    translate("faults", "Eksportér certifikatet igen, og vælg AES-256 (ikke RC2 eller 3DES) som kryptering."),
    ExitCode.CERTIFICATE,
    origin="Filen i [certificate] file bruger RC2 eller en anden metode, som OpenSSL på pc'en har slået fra.",
)
CERTIFICATE_UNPROTECTED = Fault(
    "FO-029",
    NOT_DONE,
    translate("faults", "Filen med certifikatet er ikke beskyttet med en adgangskode. Den er ikke kopieret."),
    translate("faults", "Eksportér certifikatet igen med en adgangskode, og slet den ubeskyttede fil."),
    ExitCode.CERTIFICATE,
    origin="Nøglen i den valgte .p12 er ikke krypteret, eller adgangskoden er tom.",
)
