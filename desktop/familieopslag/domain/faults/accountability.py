"""FO-063 to FO-065 and FO-09x: what has to be told before a lookup, and what has to go on record with it."""

from familieopslag.domain.faults.kinds import ExitCode, Fault, translate

_NOT_LOGGED = translate("faults", "Opslaget kan ikke logges")

PURPOSE_MISSING = Fault(
    "FO-063",
    translate("faults", "Vælg et formål"),
    translate("faults", "Der skal vælges et formål, før der kan slås op."),
    translate("faults", "Vælg et af de formål, som kommunen har sat op: {purposes}."),
    ExitCode.USAGE,
    origin="Indstillingerne har en liste af formål, og intet er valgt (kommandolinjen: --formaal).",
)
PURPOSE_UNKNOWN = Fault(
    "FO-064",
    translate("faults", "Formålet kendes ikke"),
    translate("faults", "Formålet er ikke et af dem, som kommunen har sat op."),
    translate("faults", "Vælg et af disse: {purposes}."),
    ExitCode.USAGE,
    origin="Formålet (--formaal) er ikke på listen i indstillingerne.",
)
CASE_NUMBER_REFUSED = Fault(
    "FO-065",
    translate("faults", "Sagsnummeret kan ikke bruges"),
    translate("faults", "Sagsnummeret ligner et CPR-nummer eller er for langt. Det skrives i loggen."),
    translate("faults", "Skriv sagens nummer, højst 60 tegn og ikke et CPR-nummer."),
    ExitCode.USAGE,
    origin="Programmets egen kontrol; der er ikke spurgt nogen.",
)
AUDIT_UNWRITABLE = Fault(
    "FO-090",
    _NOT_LOGGED,
    translate("faults", "Opslaget kan ikke logges. Opslag er derfor spærret."),
    translate("faults", "Kontakt it-support, som skal give programmet plads og ret til at skrive sin log."),
    ExitCode.AUDIT,
    retry=True,
    origin="Revisionsloggens mappe eller fil kan ikke skrives: rettigheder, fuld disk, låst fil.",
)
AUDIT_KEY_MISSING = Fault(
    "FO-091",
    _NOT_LOGGED,
    translate(
        "faults",
        "Opslaget kan ikke logges, fordi nøglen til loggen mangler: pc'en har ingen nøglering, som kan bruges, "
        "og indstillingen [audit] key_file er ikke sat. Opslag er derfor spærret.",
    ),
    translate(
        "faults",
        "Lås nøgleringen op, vælg en nøglefil i indstillingerne under Privatliv, eller bed it-support om det.",
    ),
    ExitCode.AUDIT,
    retry=True,
    origin="Ingen godkendt nøglering, og [audit] key_file er tom.",
)
AUDIT_KEY_UNSAFE = Fault(
    "FO-092",
    _NOT_LOGGED,
    translate(
        "faults",
        "Opslaget kan ikke logges, fordi nøglefilen til loggen kan læses af andre end dig eller ikke er en nøgle. "
        "Opslag er derfor spærret.",
    ),
    translate("faults", "Bed it-support om at kontrollere [audit] key_file i indstillingerne."),
    ExitCode.AUDIT,
    origin="Nøglefilens rettigheder, ejer eller indhold.",
)
FORBIDDEN_BY_POLICY = Fault(
    "FO-095",
    translate("faults", "Det er spærret her"),
    translate("faults", "Din administrator har spærret for det."),
    translate("faults", "Kontakt it-support, hvis du har brug for det i dit arbejde."),
    ExitCode.FORBIDDEN,
    origin="En politik eller indstilling under [privacy].",
)
