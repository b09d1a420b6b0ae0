"""`python -m familieopslag`."""

import sys

from familieopslag.app import main

if __name__ == "__main__":
    sys.exit(main())
