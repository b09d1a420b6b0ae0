"""Which service the program talks to. A room of its own: it is all that the window needs to be painted."""

from typing import NamedTuple

from familieopslag.presentation.texts import Translate
from familieopslag.presentation.texts import danish as translate

_NAMES_AND_STRIPS = {
    "prod": (translate("environment", "PRODUKTION"), translate("environment", "PRODUKTION")),
    "exttest": (
        translate("environment", "EKSTERN TEST"),
        translate("environment", "EKSTERN TEST – kun testpersoner"),
    ),
    "demo": (
        translate("environment", "DEMO"),
        translate("environment", "DEMO – opdigtede testpersoner, intet sendes til Serviceplatformen"),
    ),
    "custom": (
        translate("environment", "EGEN ADRESSE"),
        translate("environment", "EGEN ADRESSE – servicen er valgt i indstillingerne"),
    ),
    "none": (
        translate("environment", "IKKE SAT OP"),
        translate("environment", "IKKE SAT OP – der kan ikke slås op"),
    ),
}


class EnvironmentView(NamedTuple):
    """`key`: "prod", "exttest", "demo", "custom" or "none"; `name` for the title, `text` for the strip."""

    key: str
    name: str
    text: str

    def in_language(self, translate: Translate) -> "EnvironmentView":
        """The same, in the user's language."""
        return self._replace(
            name=translate("environment", self.name), text=translate("environment", self.text)
        )


def present_environment(key: str) -> EnvironmentView:
    """The environment in Danish, which is what the command line speaks. Raises KeyError for any other key."""
    return EnvironmentView(key, *_NAMES_AND_STRIPS[key])
