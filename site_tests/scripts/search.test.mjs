/** What the search makes of texts and questions. */

import assert from "node:assert/strict";
import { test } from "node:test";
import MiniSearch from "minisearch";
import { stemmer } from "stemmer";
import { Searcher } from "../../docs/javascripts/search/searcher.js";
import { Synonyms } from "../../docs/javascripts/search/synonyms.js";
import { asked, split, terms } from "../../docs/javascripts/search/words.js";

/** @type {import("../../docs/javascripts/search/searcher.js").Index} */
const INDEX = {
  codes: "[0-9][A-Z0-9]{3}[0-9]",
  synonyms: [
    ["supplier", "vendor"],
    ["moved", "change of address"],
  ],
  pages: [
    {
      location: "vendors/",
      title: "Vendor files",
      sections: [
        ["", "Vendor files", "What a vendor file holds."],
        ["zeros", "Leading zeros", "A spreadsheet drops the zeros of <b>codes</b> & more."],
      ],
      folds: [["novation", "Novation", "A novation is an agreement."]],
    },
    {
      location: "address/",
      title: "Change of address",
      sections: [
        ["", "Change of address", "Tell SAM when the address of your company changes, in India."],
        ["contracts", "Contracts and their novation by law", "An agreement."],
      ],
      folds: [],
    },
    {
      location: "clauses/",
      title: "Clauses",
      sections: [["", "Clauses", "FAR 52.204-16 and 52.204-17, zeros apart, and an indicator."]],
      folds: [],
    },
  ],
};
const searcher = new Searcher(MiniSearch, stemmer, INDEX);

const synonyms = new Synonyms(INDEX.synonyms, stemmer);

/**
 * @param {string} question
 * @returns {string[]} the words and phrases that are searched for
 */
function sought(question) {
  return synonyms.grouped(asked(question)).map(({ typed }) => typed);
}

/**
 * @param {string} question
 * @returns {(string | undefined)[]} what Enter would open for each page
 */
function found(question) {
  return searcher.search(question).map((lines) => lines.at(-1)?.location);
}

test("words are apart at spaces and punctuation, and keep what is inside numbers", () => {
  assert.deepEqual(split("The U.S. “SAM.gov”, FAR 52.204-16; DLA’s"), [
    "the",
    "u.s",
    "sam.gov",
    "far",
    "52.204-16",
    "dla",
  ]);
  assert.deepEqual(terms("U.S. D-U-N-S", stemmer), ["us", "dun"]);
  assert.deepEqual(terms("52.204-16", stemmer), ["52.204-16"]);
  assert.deepEqual(terms("sub-contractor", stemmer), ["subcontractor", "sub", "contractor"]);
  assert.deepEqual(terms("K***#", stemmer), ["structur", "k"]);
});

test("words that say nothing are dropped, unless there are no others", () => {
  assert.deepEqual(sought("how do I get a code"), ["get", "code"]);
  assert.deepEqual(sought("what is it"), ["what", "is", "it"]);
  assert.deepEqual(sought("  "), []);
});

test("a phrase of several words is one group with what means the same, whatever its words say", () => {
  assert.deepEqual(synonyms.grouped(asked("a change of address now")), [
    { typed: "change of address", ways: [["chang", "of", "address"], ["move"]] },
    { typed: "now", ways: [["now"]] },
  ]);
});

test("a page is found by its words, their stems, their beginnings and slips of the finger", () => {
  for (const question of ["leading zeros", "leading zero", "zer", "spredsheets"]) {
    assert.equal(found(question)[0], "vendors/#zeros", question);
  }
});

test("a page is found by what means the same", () => {
  assert.deepEqual(found("supplier"), ["vendors/"]);
  assert.deepEqual(found("moved"), ["address/"]);
});

test("what is typed right is not taken for a slip, and a structure is one thing", () => {
  assert.deepEqual(found("india"), ["address/"]);
  assert.deepEqual(synonyms.grouped(["k***#"])[0]?.ways, [["structur", "k"]]);
});

test("a number is found whole, and not by its parts", () => {
  assert.deepEqual(found("52.204-16"), ["clauses/"]);
  assert.deepEqual(found("204"), []);
});

test("more of the question counts more, and each page is there once", () => {
  assert.deepEqual(found("zeros spreadsheet"), ["vendors/#zeros", "clauses/"]);
});

test("a fold is found by its line, which says less than a heading", () => {
  assert.deepEqual(found("novation"), ["address/#contracts", "vendors/#novation"]);
});

test("the section is above its page, and a page without one has its own text", () => {
  const [[page, section] = []] = searcher.search("leading zeros");
  assert.equal(page?.location, "vendors/");
  assert.equal(page?.text, "");
  assert.ok((section?.score ?? 0) > (page?.score ?? 0));
  assert.match(searcher.search("clauses")[0]?.[0]?.text ?? "", /52\.204-16/);
});

test("what was found is marked, what was not is named, and nothing is HTML but the marks", () => {
  const [, section] = searcher.search("zeros nowhere")[0] ?? [];
  assert.deepEqual(section?.terms, { zeros: true, nowhere: false });
  assert.equal(section?.title, "Leading <mark>zeros</mark>");
  assert.match(
    section?.text ?? "",
    /<mark>zeros<\/mark> of &#60;b&#62;codes&#60;\/b&#62; &#38; more/,
  );
});

test("a code is offered to be checked, a word or a plain word of its length is not", () => {
  assert.equal(searcher.search(" 1abc5 ")[0]?.[0]?.location, "validator/#code=1ABC5");
  assert.equal(searcher.search("zeros")[0]?.[0]?.location, "vendors/");
});

test("hostile questions are answered", () => {
  for (const question of [
    "",
    "   ",
    "*",
    "***#",
    "'’--..",
    "a".repeat(100_000),
    "zeros ".repeat(5000),
  ]) {
    assert.ok(Array.isArray(searcher.search(question)), question.slice(0, 20));
  }
});
