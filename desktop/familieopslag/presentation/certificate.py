"""The end of the municipality's certificate in the user's words."""

from familieopslag.domain.certificates import CertificateFacts, is_counted_down
from familieopslag.presentation.texts import Translate, danish


def days_text(days: int, translate: Translate = danish) -> str:
    """A number of days."""
    words = translate("certificate", "1 dag") if days == 1 else translate("certificate", "{count} dage")
    return words.format(count=days)


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
