"""`python -m attribution`: the same as the console script."""

import sys

from attribution.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
