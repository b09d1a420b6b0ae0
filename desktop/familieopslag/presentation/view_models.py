"""What a view shows: strings that protection has already been applied to.

Nothing in here leads back to the data behind it: a relative is named by its place in the result, an error carries
no exception. Texts are in the user's language and plain (never markup).
"""

from dataclasses import dataclass, field
from enum import Enum

EMPTY = "–"
"""Stands where nothing is known."""


class FieldState(Enum):
    """How a field's value is given."""

    SHOWN = "shown"
    MASKED = "masked"
    RAW = "raw"
    """A code that nobody knows: shown as it came."""


class Tone(Enum):
    """What a banner or notice is about; decides colours and icon. Words always say the same."""

    PROTECTED = "protected"
    INACTIVE = "inactive"
    WARNING = "warning"
    INFO = "info"


class BannerAction(Enum):
    """What a banner offers to do."""

    GO_TO_CURRENT_NUMBER = "go_to_current_number"


@dataclass(frozen=True, slots=True)
class FieldView:
    """One labelled value. `value` is the register's own text, None when masked; `text` is what is shown."""

    code: str
    label: str
    text: str = field(repr=False)
    state: FieldState
    value: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class BannerView:
    """A line across the window. `icon` names a sign of ui.icons."""

    tone: Tone
    icon: str
    title: str
    text: str = ""
    action: BannerAction | None = None
    action_label: str = ""


@dataclass(frozen=True, slots=True)
class HeadingView:
    """Who the result is about, and that person's protection in words.

    `number` is masked for a protected person; "" where something is not known.
    """

    name: str = field(repr=False)
    number: str = field(repr=False)
    age: str
    gender: str
    status: str
    status_icon: str
    protection: str
    chips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddressView:
    """`lines`: the address label without the name; empty when hidden or unknown, and then `notice` says which.

    When hidden, `fields` tells which codes came, each masked: for the command line, nothing to show in a window.
    """

    lines: tuple[str, ...] = field(repr=False)
    fields: tuple[FieldView, ...]
    is_hidden: bool
    notice: str
    title: str = ""
    """Words above `lines` where it has to be said whether that address is in force."""
    other_title: str = ""
    other_lines: tuple[str, ...] = field(default=(), repr=False)
    """A second address, and words on whether it is in force."""


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One relative. `index`: what `LookupResult.number_of` takes. `order` sorts by birth, unknown last.

    `residence`: postal code and town; `street`: the standard address; both are the notice when `is_hidden`.
    `can_open` False: `why_not` says why the person cannot be looked up. `same_address`: certainly the address of
    the person looked up, and nothing speaks against saying so. `fields`: the whole row, each field in its own state;
    () where it is not shown.
    """

    index: int
    relation: str
    name: str = field(repr=False)
    number: str = field(repr=False)
    age: str
    is_minor: bool
    status: str
    status_icon: str
    residence: str = field(repr=False)
    street: str = field(repr=False)
    is_hidden: bool
    protection: str
    order: str = field(repr=False)
    can_open: bool
    why_not: str
    fields: tuple[FieldView, ...]
    same_address: bool = False
    is_protected: bool = False
    """Protected, or not known not to be."""
    is_revealed: bool = False
    can_be_revealed: bool = False


@dataclass(frozen=True, slots=True)
class FamilyGroup:
    """Relatives of one kind. `note`: a sentence about the group, or ""."""

    title: str
    rows: tuple[FamilyRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class FamilyView:
    """The family list. `notices`: sentences on how complete it is. `is_growing`: more is being fetched."""

    groups: tuple[FamilyGroup, ...]
    count: int
    is_growing: bool
    notices: tuple[str, ...]

    def row_of(self, index: int) -> FamilyRow | None:
        """The row about that place in the result; None when there is none."""
        rows = (row for group in self.groups for row in group.rows)
        return next((row for row in rows if row.index == index), None)


class FamilyFact(Enum):
    """What a cell of the family list tells. The value is the word in the audit log."""

    NAME = "navn"
    RELATION = "relation"
    NUMBER = "nummer"
    AGE = "alder"
    STATUS = "status"
    RESIDENCE = "bopæl"


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of the family list as it is shown. `index`: FamilyRow.index; `label`: the column's title."""

    index: int
    fact: FamilyFact
    label: str
    text: str = field(repr=False)


class LinkKind(Enum):
    """What a line of the family graph says."""

    COUPLE = "couple"
    PARENT = "parent"
    """From a parent to a child."""


@dataclass(frozen=True, slots=True)
class GraphLink:
    """A line between two persons, by their places."""

    kind: LinkKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A person in the family graph. `person.index` is the place in the graph; `relation` is to the focus.

    `is_focus`: whom the graph is about, who is on the screen already and can't be opened.
    """

    person: FamilyRow
    is_focus: bool = False

    def is_same(self, other: "GraphNode") -> bool:
        """Whether both show one person, as far as can be seen; the place may be another while a family grows."""
        mine, its = self.person, other.person
        return (mine.relation, mine.name, mine.number) == (its.relation, its.name, its.number)


@dataclass(frozen=True, slots=True)
class GraphBand:
    """One generation, couples side by side; the places of all bands' nodes count on without a gap."""

    title: str
    nodes: tuple[GraphNode, ...]


@dataclass(frozen=True, slots=True)
class FamilyGraphView:
    """The generations from the eldest on, with what a reply links. `notices`: what is not in the picture."""

    bands: tuple[GraphBand, ...]
    links: tuple[GraphLink, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where and when the data came from. `correlation_id`: of the first call, to quote."""

    source: str
    fetched: str
    correlation_id: str
    correlation_ids: tuple[str, ...]
    fetched_at: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything a window or a command line shows of one result.

    `protection` is a word of domain.protection.Protection ("beskyttet", "ikke_beskyttet", "ukendt");
    `is_protected` covers unknown too. `own_row`: the fields of the person's own row in the family list.
    """

    protection: str
    is_protected: bool
    heading: HeadingView
    banners: tuple[BannerView, ...]
    stamdata: tuple[FieldView, ...]
    address: AddressView
    administration: tuple[FieldView, ...]
    other: tuple[FieldView, ...]
    own_row: tuple[FieldView, ...]
    family: FamilyView
    origin: OriginView
    is_revealed: bool = False
    """What was hidden of the person is shown for a while."""
    can_be_revealed: bool = False


@dataclass(frozen=True, slots=True)
class TelephoneRow:
    """One thing that may be said."""

    label: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TelephoneView:
    """What may be said to a caller. With a `sentence`, that is said, and there are no rows.

    `rule`: what always holds; `warning`: what must not be said, or "".
    """

    rule: str
    sentence: str = ""
    warning: str = ""
    rows: tuple[TelephoneRow, ...] = ()


@dataclass(frozen=True, slots=True)
class FailureView:
    """A fault in the user's words. `details`: technical lines to copy to support, without personal data.

    `is_about_number`: another number is what helps.
    """

    code: str
    title: str
    text: str
    action: str
    correlation_id: str
    time: str
    can_retry: bool
    details: str
    is_about_number: bool = False


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """A number that the user may have meant: `label` for a button, `number` to put in the field."""

    label: str = field(repr=False)
    number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class InputHintView:
    """What to say under the search field about what is typed.

    `is_error`: it cannot be looked up. `is_prompt`: there is nothing to say yet but what to type.
    """

    text: str
    is_error: bool
    suggestions: tuple[SuggestionView, ...] = ()
    is_prompt: bool = False
