"""`python -m katalog` is the command `katalog`."""

import sys

from katalog.cli import main

sys.exit(main())
