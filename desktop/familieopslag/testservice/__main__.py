"""Starts the test service: `python -m familieopslag.testservice`."""

import sys

from familieopslag.testservice.command import main

if __name__ == "__main__":
    sys.exit(main())
