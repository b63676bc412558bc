"""The one JSON form: of reports, of the catalogue, and of a page's requests."""

from __future__ import annotations

import json

import pytest

import cagecore
from cagecore import SCHEMES, check
from cagecore.facts.sources import sources
from cagecore.schemes import MAIN
from cagecore.wire import answer
from cagecore.wire.catalogue import catalogue
from cagecore.wire.reports import anatomy, report_from_dict, report_to_dict, to_json

REPORT_KEYS = [
    "input",
    "code",
    "scheme",
    "well_formed",
    "nation",
    "issuer",
    "findings",
    "readings",
    "suggestions",
]
READING_KEYS = ["scheme", "code", "well_formed", "nation", "issuer", "findings"]
FINDING_KEYS = ["rule", "severity", "basis", "message", "start", "end", "source"]
SUGGESTION_KEYS = ["code", "scheme", "reason"]


@pytest.mark.parametrize(
    "text", ["1ABC5", "dg119 ", "N/A", "", "1ABO5", "27340", "7.6E+06", "1ABC5, 2ABC6", "\ud800"]
)
def test_keys(text: str) -> None:
    """A report has exactly the documented keys, in their order, all of them always."""
    data = report_to_dict(check(text))
    assert list(data) == REPORT_KEYS
    for reading in data["readings"]:
        assert list(reading) == READING_KEYS
    for part in (data, *data["readings"]):
        for finding in part["findings"]:
            assert list(finding) == FINDING_KEYS
    for suggestion in data["suggestions"]:
        assert list(suggestion) == SUGGESTION_KEYS


def test_documented_example() -> None:
    """The report of the documented example is as documented."""
    data = json.loads(to_json(report_to_dict(check("dg119 "))))
    assert {key: data[key] for key in REPORT_KEYS[:6]} == {
        "input": "dg119 ",
        "code": "DG119",
        "scheme": "ncage",
        "well_formed": True,
        "nation": "DEU",
        "issuer": "NCB-DEU",
    }
    (trimmed,) = [item for item in data["findings"] if item["rule"] == "text-trimmed"]
    assert {key: trimmed[key] for key in ("severity", "basis", "start", "end", "source")} == {
        "severity": "note",
        "basis": "published",
        "start": 5,
        "end": 6,
        "source": None,
    }
    assert data["readings"] == [
        {
            "scheme": "ncage",
            "code": "DG119",
            "well_formed": True,
            "nation": "DEU",
            "issuer": "NCB-DEU",
            "findings": [],
        }
    ]


def test_a_placeholder_is_no_scheme() -> None:
    """A missing value has neither scheme nor code nor readings."""
    data = report_to_dict(check("N/A", expect="cage"))
    assert (data["scheme"], data["code"], data["well_formed"], data["readings"]) == (
        None,
        None,
        False,
        [],
    )


@pytest.mark.parametrize("key", REPORT_KEYS)
def test_a_key_is_missing(key: str) -> None:
    """A report is not guessed from fewer keys; only those that repeat others are not needed."""
    data = report_to_dict(check("dg119 "))
    del data[key]
    if key in {"input", "findings", "readings", "suggestions"}:
        with pytest.raises(KeyError):
            report_from_dict(data)
    else:
        assert report_from_dict(data) == check("dg119 ")


@pytest.mark.parametrize(
    "text", ["\u0421", "\ud800", "\U0001f600", "\x00", '"\\', "</script>", "\u2028"]
)
def test_json_is_ascii(text: str) -> None:
    """JSON is one line of printable ASCII, and gives the same text back."""
    line = to_json({"input": text})
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line) == {"input": text}


def test_a_report_is_no_json_by_itself() -> None:
    """Whoever forgets this module gets an error, not a list without names."""
    report = check("1ABO5")
    for part in (report, report.readings[0], report.readings[0].findings[0], report.suggestions[0]):
        with pytest.raises(TypeError, match="not JSON serializable"):
            json.dumps(part)


def test_anatomy() -> None:
    """Each character of the code has its place in the text as typed, and its meaning."""
    cells = anatomy(check(" n4yf-fgl4cdx5"))
    assert "".join(cell["char"] for cell in cells) == "N4YFFGL4CDX5"
    assert [cell["start"] for cell in cells] == [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13]
    assert all(cell["end"] == cell["start"] + 1 for cell in cells)
    assert all(cell["role"] for cell in cells)


@pytest.mark.parametrize(
    ("text", "roles"),
    [("N/A", []), ("1ABO5", [""] * 5), ("541330", [""] * 6)],
)
def test_anatomy_without_meaning(text: str, roles: list[str]) -> None:
    """A code without the right shape, or whose scheme has no parts, has no meanings."""
    assert [cell["role"] for cell in anatomy(check(text))] == roles


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("K0999", "K: United Kingdom", "digit"),
        ("424AF", "digit", "F: South Korea"),
        ("A130G", "A…G: Finland", "A…G: Finland"),
        ("B6865", "Luxembourg", "digit"),
        ("S4080", "NSPA", "digit"),
        ("IREF0", "special", "digit"),
    ],
)
def test_anatomy_of_ncage(text: str, first: str, last: str) -> None:
    """The letters at the ends of an NCAGE come with what they stand for."""
    cells = anatomy(check(text))
    assert first in cells[0]["role"]
    assert last in cells[-1]["role"]
    assert [cell["role"] for cell in cells[1:-1]] == [SCHEMES["ncage"].parts[1].meaning] * 3


def test_anatomy_of_unknown_structure() -> None:
    """A letter that no nation uses in that place still has a meaning."""
    assert all(cell["role"] for cell in anatomy(check("X1234")))


def test_catalogue_is_json() -> None:
    """The catalogue survives JSON, and has the library's version."""
    line = to_json(catalogue())
    assert to_json(json.loads(line)) == line == to_json(catalogue())
    assert json.loads(line)["version"] == cagecore.__version__


def test_catalogue_resolves() -> None:
    """Every key in the catalogue leads to an entry of the catalogue."""
    data = catalogue()
    assert list(data["schemes"]) == list(SCHEMES)
    assert set(data["sources"]) == set(sources())
    for rule in data["rules"].values():
        assert rule["scheme"] in {None, *data["schemes"]}
        assert rule["source"] in {None, *data["sources"]}
    for scheme in data["schemes"].values():
        assert set(scheme["lookups"]) <= set(data["lookups"])
        assert {key for row in scheme["examples"] for key in row["sources"]} <= set(data["sources"])
    for row in data["structures"]:
        assert set(row["sources"]) <= set(data["sources"])
        assert not row["nation"] or row["nation"] in data["nations"]
        assert not row["issuer"] or row["issuer"] in data["issuers"]


def test_catalogue_has_words_for_every_rule() -> None:
    """Each severity and each basis of a rule has its own words."""
    data = catalogue()
    rules = data["rules"].values()
    assert {rule["severity"] for rule in rules} == set(data["severities"])
    assert {rule["basis"] for rule in rules} == set(data["bases"])
    words = [*data["severities"].values(), *data["bases"].values()]
    assert len(set(words)) == len(words)


def test_examples_of_the_main_schemes() -> None:
    """The pages have examples of CAGE, NCAGE and UEI."""
    data = catalogue()
    assert all(data["schemes"][key]["examples"] for key in ("cage", "ncage", "uei"))


def test_answer_check() -> None:
    """A page gets one report and one anatomy for each text, in order."""
    request = {"type": "check", "texts": ["1ABC5", "", "\ud800"], "expect": ["cage"]}
    got = json.loads(answer(to_json(request)))
    assert list(got) == ["answers"]
    assert [item["report"]["input"] for item in got["answers"]] == request["texts"]
    assert [item["report"]["well_formed"] for item in got["answers"]] == [True, False, False]
    assert [len(item["anatomy"]) for item in got["answers"]] == [5, 0, 1]


def test_answer_catalogue() -> None:
    """A page gets the catalogue as it is."""
    assert answer('{"type": "catalogue"}') == to_json({"catalogue": catalogue()})


@pytest.mark.parametrize(
    "request_",
    [
        '{"type": "audit"}',
        '{"type": null}',
        '{"type": "check", "texts": ["1ABC5"], "expect": ["vendor"]}',
        "no JSON",
        "",
    ],
)
def test_answer_refuses(request_: str) -> None:
    """Another type, an unknown scheme or a text that is not JSON is a ValueError."""
    with pytest.raises(ValueError, match=r"\w"):
        answer(request_)


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        ("{}", KeyError),
        ('{"type": "check", "texts": ["1ABC5"]}', KeyError),
        ("[]", TypeError),
        ('{"type": "check", "texts": [1], "expect": null}', TypeError),
    ],
)
def test_answer_needs_its_keys(request_: str, error: type[Exception]) -> None:
    """A request without a key is a KeyError, and one of another form a TypeError."""
    with pytest.raises(error):
        answer(request_)


@pytest.mark.parametrize(
    ("text", "expect", "expected"),
    [
        ("541330", None, ["naics", "dodaac"]),
        ("27340", None, ["naics", "zip"]),
        ("NAICS: 541330", None, []),
        ("541330", ["naics"], []),
        ("541330", ["cage"], []),
        ("1ABC5", None, []),
        ("O2FP7", None, []),
        ("N/A", None, []),
    ],
)
def test_hints(text: str, expect: list[str] | None, expected: list[str]) -> None:
    """A lookalike is a hint where nothing asks for it, and no hint where a field or label does."""
    request = {"type": "check", "texts": [text], "expect": expect}
    (answered,) = json.loads(answer(json.dumps(request)))["answers"]
    assert answered["hints"] == expected
    assert list(answered) == ["report", "anatomy", "lookups", "hints"]


def test_lookups_by_code() -> None:
    """An address that takes a code is one of a place that can be asked for codes of ours."""
    places = catalogue()["lookups"]
    for place in places.values():
        assert set(place.get("takes", ())) <= set(MAIN)
        assert place["short"]
        if "record" in place:
            assert place["takes"]
            assert place["record"].startswith(place["url"].split("/", 3)[0] + "//")
            assert place["record"][-1] in "/="
    assert {key for key, place in places.items() if "record" in place} == {"dla-cage", "nspa"}


def test_ours() -> None:
    """The catalogue says which kinds are ours, and the others are lookalikes."""
    schemes = catalogue()["schemes"]
    assert [key for key, scheme in schemes.items() if scheme["ours"]] == list(MAIN)
    assert all(scheme["apart"] for scheme in schemes.values())
