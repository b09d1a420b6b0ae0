"""docs/felter.md: the field register as a table for readers."""

from familieopslag.domain.fields import FIELDS, NEVER_RECORDED, FieldSpec, Kind, Panel, Secrecy

_HEAD = """# Felter

Hver feltkode, som programmet kender, i den rækkefølge felterne vises. Tabellen er lavet af
`domain/fields.py`, og en test holder de to ens. En kode, som ikke er her, vises råt under "Øvrige felter" med et gæt
ud fra endelsen, og den skjules, hvor en adresse skjules.

Skjules: *sted* vises ikke for en beskyttet person og dem, der bor samme sted; *eget nummer* mister de sidste fire
cifre for en beskyttet person; *andres nummer* mister dem altid. I personens egen række er *andres nummer* i
PNR_FOEDDATO og PNT_FOEDDATO personens eget. *navn* vises i vinduet, men forlader det ikke for en beskyttet person;
kommunen kan vælge at skjule det også i vinduet.

Kilde: *Familie+* er servicens egen beskrivelse og optagede svar; *CPR's andre tjenester* er stavemåder derfra, som
intet optaget svar har.

| Kode | Navn | Gruppe | Læses som | Kodeliste | Usikkerhed | Skjules | Kilde |
|---|---|---|---|---|---|---|---|
"""
_PANELS = {
    Panel.STAMDATA: "Stamdata",
    Panel.ADDRESS: "Adresse",
    Panel.ADMINISTRATION: "Administration",
    Panel.OTHER: "Øvrige",
}
_KINDS = {
    Kind.TEXT: "tekst",
    Kind.DATE: "dato",
    Kind.CODE: "kode",
    Kind.CPR: "personnummer",
    Kind.CPR_OR_BIRTH: "personnummer eller fødselsdato",
    Kind.POSTAL_CODE: "postnummer",
    Kind.PADDED: "tekst uden foranstillede nuller",
    Kind.MARKER: "markering",
    Kind.UNCERTAINTY: "usikkerhedsmarkering",
    Kind.AUTHORITY: "myndighed",
}
_SECRECIES = {
    Secrecy.NONE: "",
    Secrecy.LOCATION: "sted",
    Secrecy.OWN_NUMBER: "eget nummer",
    Secrecy.OTHERS_NUMBER: "andres nummer",
    Secrecy.NAME: "navn",
}


def field_table() -> str:
    """The whole file, one line a known code."""
    return _HEAD + "".join(f"| {' | '.join(_cells(spec))} |\n" for spec in FIELDS.values())


def _cells(spec: FieldSpec) -> tuple[str, ...]:
    return (
        spec.code,
        spec.label,
        _PANELS[spec.panel],
        _KINDS[spec.kind],
        f"`{spec.code_list.value}`" if spec.code_list else "",
        spec.uncertainty or "",
        _SECRECIES[spec.secrecy],
        "CPR's andre tjenester" if spec.code in NEVER_RECORDED else "Familie+",
    )
