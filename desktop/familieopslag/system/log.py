"""Logging: what happened and under which id, never to whom."""

import logging

_TALKATIVE = ("zeep", "urllib3", "requests", "keyring", "asyncio")


def configure() -> None:
    """Warnings to standard error; libraries that log whole messages are kept from doing so.

    zeep writes the full envelope at DEBUG level, urllib3 every address.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
