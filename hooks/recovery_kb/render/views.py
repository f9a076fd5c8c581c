"""What the templates are given: plain data, ready to show."""

from __future__ import annotations

from dataclasses import dataclass, field

from recovery_kb.citations import Reference
from recovery_kb.languages import Language
from recovery_kb.render.site import Label


@dataclass(frozen=True)
class Link:
    """A link, its text in some language, and a sentence about where it leads."""

    href: str
    label: Label
    description: str = ""
    id: str = ""


@dataclass(frozen=True)
class Switch:
    """One language in the language switch."""

    language: Language
    href: str
    is_current: bool
    is_missing: bool
    """The page can't be read in this language: the link leads to a page that says so."""


@dataclass(frozen=True)
class Alternate:
    """The same thing in another language, for search engines; the address is absolute."""

    language: str
    href: str


@dataclass(frozen=True)
class SummaryEntry:
    """A summary in a list."""

    id: str
    href: str
    title: Label
    description: Label
    kind: str
    """The kind's name in the page's language."""
    authors: str
    """As inline HTML."""
    year: int | None
    is_missing: bool
    """It is not there in the page's language."""


@dataclass(frozen=True)
class Group:
    """A part of a list under a heading."""

    id: str
    heading: Label
    entries: list[SummaryEntry]
    href: str = ""
    """Where the heading leads, if anywhere."""


@dataclass(frozen=True)
class Definition:
    """What something that the page names means."""

    place: str
    """The id of the element that holds it."""
    href: str
    term: Label
    text: Label
    html: str
    """The text as inline HTML."""


@dataclass(frozen=True)
class Contributor:
    """Who did what for a text: a role's name and a person's."""

    role: str
    name: str


@dataclass(frozen=True)
class CitationLine:
    """A record as one style writes it."""

    id: str
    style: str
    reference: Reference


@dataclass(frozen=True)
class Download:
    """A file to take along."""

    format: str
    href: str
    filename: str
    """What the browser proposes to call it."""
    media_type: str


@dataclass(frozen=True)
class CitationRecord:
    """Something to cite: the `original` or the `summary`."""

    id: str
    lines: list[CitationLine]
    downloads: list[Download]
    coins: str
    """The record as an OpenURL ContextObject, for Zotero."""


@dataclass(frozen=True)
class RelatedSummary:
    """A summary that is related to the page's, and why."""

    entry: SummaryEntry
    reasons: list[str]
    """As inline HTML."""


@dataclass(frozen=True)
class SeriesView:
    """A series with all its members in order, the page's own among them."""

    name: Label
    members: list[SummaryEntry]


@dataclass(frozen=True)
class TurnView:
    """What comes before and after a summary in a list."""

    is_series: bool
    list: Link
    before: SummaryEntry | None
    after: SummaryEntry | None


@dataclass(frozen=True)
class SummaryView:
    """A summary's page."""

    kind: str
    reading_time: str
    source: Reference | None
    source_href: str
    is_open_access: bool
    concepts: list[Link]
    languages: list[Switch]
    original: str
    """The name of the language it was first written in."""
    contributors: list[Contributor]
    is_unchecked: bool
    """A translation that no native reader has checked."""
    added: str
    reviewed: str
    added_date: str
    reviewed_date: str
    references: list[Reference]
    related: list[RelatedSummary]
    series: SeriesView | None
    turn: TurnView
    citations: list[CitationRecord]
    """What to cite, and how."""
    linked_data: str
    """JSON-LD for a `script` element."""


@dataclass(frozen=True)
class OtherLabel:
    """A concept's label in another language."""

    label: Label
    language_name: str
    is_proposed: bool


@dataclass(frozen=True)
class Member:
    """A concept in the list on its scheme's page."""

    link: Link
    count: str
    """How many summaries cover it, in words."""


@dataclass(frozen=True)
class FigureView:
    """A scheme's concepts as a drawing."""

    shape: str
    svg: str
    """An `<svg>` element, safe as it comes."""


@dataclass(frozen=True)
class EntryView:
    """The page of a concept or a scheme."""

    definition: Label
    synonyms: list[str]
    is_proposed: bool
    others: list[OtherLabel]
    scheme: Link | None
    notation: int | None
    broader: list[Link]
    narrower: list[Link]
    related: list[Link]
    members: list[Member]
    """A scheme's concepts."""
    figure: FigureView | None
    is_numbered: bool
    """The scheme counts them."""
    sources: list[Reference]
    summaries: list[SummaryEntry]


@dataclass(frozen=True)
class NoticeView:
    """The page that stands where a translation is missing."""

    title: Label
    available: list[Switch]


@dataclass(frozen=True)
class ListView:
    """A list of summaries in groups, and the ways to order it."""

    by: str
    groups: list[Group]
    orders: list[Link]
    count: int


@dataclass(frozen=True)
class HomeView:
    """What the first page shows besides its text."""

    newest: list[SummaryEntry]
    schemes: list[Link]
    summary_count: int
    concept_count: int


@dataclass(frozen=True)
class SchemeConcepts:
    """A scheme with its concepts, in the scheme's order."""

    scheme: Link
    concepts: list[Link]


@dataclass(frozen=True)
class SearchView:
    """The search page: what results can be narrowed down by, and the lists for whoever would rather look."""

    kinds: list[str]
    """The kinds of summaries that the library holds."""
    schemes: list[SchemeConcepts]
    years: list[int]
    originals: list[str]
    """The languages in which summaries were first written, by code."""
    orders: list[Link]


@dataclass(frozen=True)
class Readable:
    """A language in which the summaries of a cell can be read."""

    code: str
    name: str
    """In the page's language."""
    number: int | None
    """How many of them, where it is not all."""


@dataclass(frozen=True)
class Cell:
    """One cell of the table of what is covered."""

    count: int
    text: str
    """The number in words; of an empty cell, what could be written."""
    readable: list[Readable]
    shade: int
    """0 for none, up to 4 for many."""
    write_href: str = ""
    """Where to write what is missing."""


@dataclass(frozen=True)
class CoverageRow:
    """A concept, a cell for each kind of source, and all kinds together."""

    concept: Link
    cells: list[Cell]
    total: Cell


@dataclass(frozen=True)
class CoverageGroup:
    """A scheme's concepts, and the summaries of any of them by kind."""

    scheme: Link
    rows: list[CoverageRow]
    cells: list[Cell]
    total: Cell


@dataclass(frozen=True)
class CoverageView:
    """The table of what is covered."""

    kinds: list[str]
    groups: list[CoverageGroup]
    cells: list[Cell]
    """The whole library by kind; a summary that treats several concepts counts once."""
    total: Cell


@dataclass(frozen=True)
class RuleView:
    """What `kb check` says when a rule is broken."""

    code: str
    message: str
    cure: str


@dataclass(frozen=True)
class PageView:
    """Everything a template needs for one page."""

    id: str
    kind: str
    """`summary`, `concept`, `scheme`, `notice` or `page`."""
    language: Language
    title: str
    description: str
    path: str
    """From the site's root, with a slash at its end; empty for the first page."""
    canonical: str
    default: str
    """The absolute address that chooses the reader's language: `x-default`."""
    alternates: list[Alternate]
    switches: list[Switch]
    is_indexed: bool
    edit_href: str
    report_href: str
    words: dict[str, str]
    """The site's own words in the page's language."""
    references: list[Reference] = field(default_factory=list)
    """What the text of a hand-written page cites; a summary has its own."""
    definitions: list[Definition] = field(default_factory=list)
    """What the concepts mean that the page names."""
    rules: list[RuleView] | None = None
    summary: SummaryView | None = None
    entry: EntryView | None = None
    notice: NoticeView | None = None
    list: ListView | None = None
    home: HomeView | None = None
    search: SearchView | None = None
    coverage: CoverageView | None = None
    hrefs: dict[str, str] = field(default_factory=dict)
    """Links to the pages every page leads to, by their id."""
    feed: str = ""
    """Path of the language's Atom feed from the site's root; empty where there is none."""
    qr: str = ""
    """The permanent address as an SVG of a QR code, for paper; empty where nobody would print it."""
