"""`python -m cagecore`."""

import sys

from cagecore.cli import main

sys.exit(main())
