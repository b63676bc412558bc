/**
 * What the address holds, read and written. What the page does with it is tested in the browser.
 *
 * @module
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as fragments from "../../docs/javascripts/site/fragment.js";
import { fromFragment, toFragment } from "../../docs/javascripts/validator/address.js";

/** What a link may carry, however it was mangled on its way, and what of it is text and choice. */
const LINKS = {
  "#code=K0999": ["K0999", ""],
  "code=K0999": ["K0999", ""],
  "#code=K0999&expect=ncage": ["K0999", "ncage"],
  "#code=K0999&expect=cage,ncage": ["K0999", "cage,ncage"],
  "#expect=ncage&code=K0999": ["K0999", "ncage"],
  "#code=K0999&expect=cage%2Cncage": ["K0999", "cage,ncage"],
  "#code=K0999&expect=nonsense": ["K0999", "nonsense"],
  "#code=K0999&expect=%": ["K0999", "%"],
  "#code=K0999&": ["K0999", ""],
  "#&code=K0999&x=1&=2": ["K0999", ""],
  "#code=1ABC5&code=K0999": ["K0999", ""],
  "#code=%4B0999": ["K0999", ""],
  "#code=%": ["%", ""],
  "#code=%E0%A4%A": ["%E0%A4%A", ""],
  "#code=100%25": ["100%", ""],
  "#code=%ZZK0999": ["%ZZK0999", ""],
  "#code=a=b": ["a=b", ""],
  "#code=1AB+C5": ["1AB+C5", ""],
  "#code=K0999%0A855J5": ["K0999\n855J5", ""],
  "#code=%D0%A10999": ["\u04210999", ""],
  "#code=": ["", ""],
};
const NO_CODE = ["", "#", "#code", "#=K0999", "#K0999", "#expect=cage", "#check-a-code", "#%"];
const TEXTS = [
  "K0999",
  "NCAGE code: k0999",
  "a&b=c#d%e+f",
  "7.6E+06",
  "\u0421\u200b\u{1f600}",
  "1ABC5\nK0999",
  "%",
  "türkiye & #",
];
const BROKEN = "1ABC5\ud800";

for (const [link, [text, expect]] of Object.entries(LINKS)) {
  test(`${link} is read`, () => {
    assert.deepEqual(fromFragment(link), { text, expect });
  });
}

for (const link of NO_CODE) {
  test(`"${link}" names no code`, () => {
    assert.equal(fromFragment(link), undefined);
  });
}

for (const text of TEXTS) {
  test(`${JSON.stringify(text)} returns from an address as it went in`, () => {
    for (const expect of ["", "cage", "cage,ncage"]) {
      const fragment = toFragment({ text, expect });
      assert.match(fragment, /^#code=[^#\s]+$/);
      assert.deepEqual(fromFragment(fragment), { text, expect });
    }
  });
}

test("what no address can hold has none", () => {
  assert.equal(toFragment({ text: BROKEN, expect: "" }), "");
  assert.equal(fragments.toFragment({ find: BROKEN }), "");
});

test("any page's values are read, however they are mangled", () => {
  const find = (/** @type {string} */ fragment) => fragments.fromFragment(fragment).get("find");
  assert.equal(find(fragments.toFragment({ find: "türkiye & #" })), "türkiye & #");
  assert.equal(find("#find=%E0%A4%A"), "%E0%A4%A");
  assert.equal(find("#find="), "");
  assert.equal(find("#find"), undefined);
  assert.equal(find("#nation-xyz"), undefined);
});
