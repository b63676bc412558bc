"""The check digits of the CNPJ."""

from __future__ import annotations

import pytest

from cagecore.cnpj import expected_digits


@pytest.mark.parametrize(
    ("root", "digits"),
    [("12ABC34501DE", "35"), ("112223330001", "81"), ("000000000001", "91"), ("0" * 12, "00")],
)
def test_expected_digits(root: str, digits: str) -> None:
    """A remainder below two gives the digit zero."""
    assert expected_digits(root) == digits
