"""Rules and facts about the identifiers of U.S. and NATO procurement: CAGE, NCAGE, UEI, DUNS.

>>> check("cage: 1abc5").code
'1ABC5'
>>> uei.is_valid("n4yffgl4cdx5")
True
"""

from cagecore.classify import check
from cagecore.columns import classify_column
from cagecore.report import Finding, InvalidCodeError, Reading, Report, Suggestion
from cagecore.rules import Rule
from cagecore.schemes import SCHEMES, cage, duns, ncage, uei

__version__ = "0.1.0"

__all__ = [
    "SCHEMES",
    "Finding",
    "InvalidCodeError",
    "Reading",
    "Report",
    "Rule",
    "Suggestion",
    "__version__",
    "cage",
    "check",
    "classify_column",
    "duns",
    "ncage",
    "uei",
]
