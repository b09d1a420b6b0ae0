"""Parsing what comes in: no DTD, no entities, no network, nothing huge."""

from lxml import etree


class UnreadableXmlError(ValueError):
    """The bytes are no XML that this service accepts. The text says why, without quoting them."""


def parse(content: bytes) -> etree._Element:
    """The root element of `content`; raises UnreadableXmlError."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableXmlError(f"not well-formed XML (line {error.lineno})") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableXmlError("a document type declaration is not accepted")
    return root
