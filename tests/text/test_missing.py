"""What people and programs write where no code is known."""

from __future__ import annotations

import pytest

from cagecore.text import read_text
from cagecore.text.missing import PLACEHOLDERS


@pytest.mark.parametrize(
    "text",
    [
        *sorted(PLACEHOLDERS),
        *(placeholder.lower() for placeholder in sorted(PLACEHOLDERS)),
        "",
        " ",
        "\t\r\n",
        "\u00a0\u3000",
        "\ufeff",
        "\u200b",
        "-",
        "--",
        "\u2014",
        "- -",
        "?",
        "***",
        "...",
        '""',
        "' '",
        '=""',
        '="N/A"',
        "'N/A",
        "(none)",
        "[none]",
        "<none>",
        "n/a.",
        "T.B.A.",
        "T.B.C.",
        "*N/A*",
        "Not\u00a0 Applicable",
        "\uff2e\uff0f\uff21",
        "CAGE",
        "CAGE:",
        "CAGE code: ",
        "CAGE: N/A",
        "UEI - pending",
        "***-**-6789",
        "SSN: *****6789",
        "XXX-XX-6789",
        "xx-xxx6789",
        "XXX-XX-XXXX",
        "xx-xxxxxxx",
        "V24H\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022",
        "###-##-1234",
        "#####",
        "V24H********",
        " \u2022\u2022\u2022\u20221234",
        "DUNS: (null)",
    ],
)
def test_says_missing(text: str) -> None:
    """Nothing is left of an empty field, a word for "no code" or a masked number."""
    typed = read_text(text)
    assert (typed.code, typed.groups, typed.findings) == ("", (), ())
