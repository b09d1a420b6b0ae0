"""docs/indstillinger.md: every setting as a table for readers, between what is written by hand."""

from familieopslag.system.configuration.key import Key, Strictness
from familieopslag.system.configuration.keys import KEYS
from familieopslag.system.configuration.kinds import Flag, WholeOrNever

_HEAD = """# Indstillinger

Hver indstilling, som programmet kender. Tabellen er lavet af `system/configuration/keys.py`, og en test holder de to
ens. `familieopslag --print-policy` viser, hvad der gælder for den, der er logget på, og hvem der har bestemt det.

| Indstilling | Betydning | Værdi | Indbygget | Strengere |
|---|---|---|---|---|
"""
_TAIL = """
*påkrævet*: uden den kan der ikke slås op. En sti, som ikke er fuld, tæller fra mappen med den fil, den står i.
Adgangskoder er ikke indstillinger: de er i pc'ens nøglering under `Familieopslag`, som `certifikat:<fingeraftryk>`
for en fil, der er importeret i vinduet, `certifikat:<miljø>` ellers, og `proxy:<brugernavn>`. Er der ingen nøglering,
som krypterer, spørges der om certifikatets adgangskode én gang, hver gang programmet startes, og den gemmes ikke.

Loggen over opslag skal bruge en nøgle. Uden en nøglering, som krypterer, er den i filen efter `[audit] key_file`, og
uden den kan der ikke slås op. Filen laver programmet selv, første gang der logges, så kun brugeren kan læse den, eller
kommunen lægger den der i forvejen ([revisionslog.md](revisionslog.md)). Vinduet skriver kun, hvor filen er, og tager
ikke en, som andre kan læse, som ikke er en nøgle, eller som ikke kan laves der.

I programmet åbner Ctrl+, et vindue med alle indstillinger. Er intet sat op, begynder det med fire trin, og på en pc
uden nøglering med et femte, hvor filen til loggens nøgle vælges. Har administratoren bestemt filen eller nøgleringen,
og kan den ikke bruges, siger vinduet, at det er administratorens sag. Vinduet skriver brugerens fil, og det gemte
gælder med det samme, også sproget. Er teksten gjort større eller mindre med Ctrl++ og Ctrl+-, bliver den ved med at
være det, til programmet lukkes, eller der gemmes en anden tekststørrelse.

## Hvem bestemmer

1. `locked` i registreringsdatabasen (kun Windows), så `[locked]` i policyfilen: kan ikke ændres af andre. I vinduet
   er der en lås og "Styres af din administrator". Også det låste kan nås med tastaturet, og en skærmlæser siger
   værdien, og hvem der har låst den.
2. Brugerens egen `settings.toml`.
3. `defaults` i registreringsdatabasen, så `[defaults]` i policyfilen.
4. Det indbyggede.

Ingen miljøvariabel og intet argument går forud for det, der er låst. `--profile-dir` vælger brugerens egen fil og ikke
andet.

**Strengere** siger, hvilken vej en bruger må gå. Det tal eller den ja/nej-værdi, der står for det strengere, må enhver
vælge. Den anden vej går kun administratoren: en brugers værdi, som er mindre streng end administratorens standard,
eller uden den end det indbyggede, bruges ikke, og det bliver sagt i loggen og i `--print-policy`.
*administratoren*: har administratoren sat den, også blot som standard, ændrer brugeren den ikke; ellers er den
brugerens egen.

## Brugerens fil

`settings.toml` i `~/.config/Familieopslag` (Linux), `%LOCALAPPDATA%\\Familieopslag` (Windows) eller mappen efter
`--profile-dir`. Den følger aldrig med en roaming-profil.

```toml
[privacy]
idle_minutes = 3

[[purposes]]
code = "BORGERSERVICE"
text = "Borgerservice"
```

Kan filen ikke læses, eller er en værdi ikke gyldig, siger programmet det med fil, linje og nøgle, og filen bliver, som
den er. Vinduet åbner med administratorens standard eller det indbyggede i stedet; er det noget i `[service]`,
`[certificate]`, `[audit]` eller `[[purposes]]`, kan der ikke slås op, før filen er rettet. `familieopslag opslag`
slutter med kode 3. En ukendt nøgle er en advarsel.

Loggen over opslag er i `~/.local/state/Familieopslag/audit`, `%LOCALAPPDATA%\\Familieopslag\\audit` eller, med
`--profile-dir`, i mappen `audit` der.

## Administratorens policy

`/etc/familieopslag/policy.toml` (Linux) eller `%ProgramData%\\Familieopslag\\policy.toml` (Windows):

```toml
[locked.service]
environment = "prod"

[locked.privacy]
idle_minutes = 3

[defaults.view]
text_size = 110

[[locked.purposes]]
code = "BORGERSERVICE"
text = "Borgerservice"
```

Filen bruges kun, hvis ingen andre end administratoren kan ændre den. På Linux ejes filen, dens mappe og mapperne over
den af root, og hverken gruppe eller andre kan skrive i dem (`chmod 644` og `755`). På Windows ejes fil og mappe af
SYSTEM eller Administrators, og ingen andre har skriveadgang; mappen skal laves af installationen, for under
`%ProgramData%` kan enhver lave en mappe. Hverken fil eller mappe er et link. Ellers siger programmet det, slår
ikke op og slutter med kode 3. Det samme sker, når filen ikke kan læses, eller en værdi i den ikke er gyldig. En ukendt
nøgle er en advarsel: se efter med `--print-policy`, at det skrevne også gælder.

I policyfilen må en sti ikke begynde med `~`: hvor hjemmemappen er, siger miljøet, og det kan brugeren ændre.

## Windows' registreringsdatabase

Under `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Familieopslag` ligger nøglerne `locked` og `defaults`, i hver af dem en
nøgle for hver tabel (`service`, `privacy` ...), og i den værdierne. `purposes` er en værdi i `locked` eller `defaults`
selv. Kun administratorer kan skrive der.

| Værdi | Type (ADMX) | Eksempel |
|---|---|---|
| ja eller nej | `REG_DWORD` 1 eller 0 (`boolean`) | `locked\\privacy`, `reveal` = 0 |
| helt tal | `REG_DWORD` (`decimal`) | `locked\\privacy`, `idle_minutes` = 3 |
| sekunder med brøk | `REG_SZ` (`text`) | `defaults\\service`, `read_timeout` = `7.5` |
| tekst, valg, UUID, sti | `REG_SZ` (`text`, `enum`) | `locked\\service`, `environment` = `prod` |
| formål | `REG_MULTI_SZ` (`multiText`) | `locked`, `purposes` = linjer som `BORGERSERVICE = Borgerservice` |

En sti er her altid fuld. `REG_EXPAND_SZ` bruges ikke: den foldes ud med variabler, som brugeren kan ændre.
"""
_DIRECTIONS = {Strictness.FREE: "", Strictness.LOWER: "lavere", Strictness.HIGHER: "højere"}
_FLAGS = {Strictness.LOWER: "`false`", Strictness.HIGHER: "`true`"}


def settings_table() -> str:
    """The whole file, one line of the table a setting."""
    return _HEAD + "".join(f"| {' | '.join(_cells(key))} |\n" for key in KEYS) + _TAIL


def _cells(key: Key) -> tuple[str, ...]:
    demand = key.kind.demand.format_map(key.kind.limits)
    return (f"`{key.label}`", key.meaning, demand, _built_in(key), _stricter(key))


def _built_in(key: Key) -> str:
    if key.is_required:
        return "*påkrævet*"
    text = key.kind.text(key.default)
    return f"`{text}`" if text else ""


def _stricter(key: Key) -> str:
    if key.strictness is Strictness.POLICY:
        return "*administratoren*"
    if isinstance(key.kind, Flag) and key.strictness in _FLAGS:
        return _FLAGS[key.strictness]
    never = ", men 0 er det mindst strenge" if isinstance(key.kind, WholeOrNever) else ""
    return _DIRECTIONS[key.strictness] + never
