"""The end of the municipality's certificate in the user's words."""

from datetime import date

from familieopslag.domain.certificates import CertificateDetails, CertificateFacts, is_counted_down
from familieopslag.presentation.texts import Translate, danish


def days_text(days: int, translate: Translate = danish) -> str:
    """A number of days."""
    words = translate("certificate", "1 dag") if days == 1 else translate("certificate", "{count} dage")
    return words.format(count=days)


def details_lines(
    details: CertificateDetails, today: date, translate: Translate = danish
) -> tuple[tuple[str, str], ...]:
    """What a certificate says, as labels and texts."""
    facts = details.facts
    days = facts.days_left(today)
    valid = translate("certificate", "{first} – {last} ({days} endnu)").format(
        first=f"{facts.not_before.astimezone():%d.%m.%Y}",
        last=f"{facts.not_after.astimezone():%d.%m.%Y}",
        days=days_text(days, translate),
    )
    chain = (
        translate("certificate", "{count} certifikater fulgte med").format(count=details.chain)
        if details.chain > 1
        else translate("certificate", "1 certifikat fulgte med")
        if details.chain
        else translate("certificate", "Fulgte ikke med")
    )
    return (
        (translate("certificate", "Udstedt til"), facts.subject),
        (translate("certificate", "Udstedt af"), facts.issuer),
        (translate("certificate", "Gyldigt"), valid),
        (translate("certificate", "Serienummer"), _spaced(details.serial)),
        (translate("certificate", "SHA-256"), _spaced(details.fingerprint)),
        (translate("certificate", "Nøgle"), details.key),
        (translate("certificate", "Udstederkæde"), chain),
    )


def _spaced(digits: str) -> str:
    """So that a line can end between two bytes."""
    return digits.replace(":", " ")


def keyring_text(name: str, translate: Translate = danish) -> str:
    """Where a passphrase goes. `name`: see system.secrets.write_secret; "": there is no keyring."""
    if not name:
        return translate(
            "certificate",
            "Pc'en har ingen nøglering, som programmet kan bruge. Adgangskoden huskes kun, til programmet lukkes, "
            "og bliver ikke gemt nogen steder. Næste gang spørges der igen.",
        )
    known = {
        "Windows": translate("certificate", "Windows Legitimationsstyring (kun denne pc)"),
        "macOS": translate("certificate", "macOS' nøglering"),
        "kwallet": translate("certificate", "KDE Wallet"),
    }
    kept = known.get(name) or translate("certificate", "pc'ens nøglering")
    return translate("certificate", "Adgangskoden gemmes i {keyring} og aldrig i en fil.").format(
        keyring=kept
    )


def countdown_text(days_left: int, translate: Translate = danish) -> str:
    """What the status bar says; "" while there is time enough."""
    if days_left < 0:
        return translate("certificate", "Certifikat udløbet")
    if not is_counted_down(days_left):
        return ""
    if days_left == 0:
        return translate("certificate", "Certifikat udløber i dag")
    words = translate("certificate", "Certifikat udløber om {days}")
    return words.format(days=days_text(days_left, translate))


def reminder_text(certificate: CertificateFacts, days_left: int, translate: Translate = danish) -> str:
    """What is said at start when the end is near."""
    ends = f"{certificate.not_after.astimezone():%d.%m.%Y kl. %H:%M}"
    if days_left == 0:
        words = translate(
            "certificate",
            "Kommunens certifikat udløber i dag, {ends}. Bed it-support om at forny det straks.",
        )
    else:
        words = translate(
            "certificate",
            "Kommunens certifikat udløber om {days}, {ends}. Bed it-support om at forny det inden da.",
        )
    return words.format(days=days_text(days_left, translate), ends=ends)
