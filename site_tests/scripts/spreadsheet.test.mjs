/**
 * What *Copy as text* makes of a list's texts: linear in each, and careful with what spreadsheets misread.
 *
 * @module
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { asCell } from "../../docs/javascripts/report/spreadsheet.js";

/** Texts that a spreadsheet would take for something else. */
const MISREAD = [
  "00198",
  "1.5",
  "12/3",
  "$ 7",
  "1 - 2",
  "(3)",
  "7.6E+06",
  "10-Dec",
  "=A1",
  "5 PM",
  "TRUE",
];
/** Texts that it takes as they are. */
const KEPT = ["1ABC5", "0", "27340", "K0999", "12 Elm", "A 1", "", "()", "Page 2"];

for (const text of MISREAD) {
  test(`${text} is kept from a spreadsheet`, () => {
    assert.equal(asCell(text), `="${text}"`);
  });
}

for (const text of KEPT) {
  test(`${text || "nothing"} stays as it is`, () => {
    assert.equal(asCell(text), text);
  });
}

/** Texts that end in what makes a pattern go back. */
const LONG = { digits: "1", dots: "1.", spaces: " 1", times: "1:", signs: "1-", powers: "1E" };

for (const [name, unit] of Object.entries(LONG)) {
  test(`a megabyte of ${name} and a letter is copied`, () => {
    const script = new URL("../../docs/javascripts/report/spreadsheet.js", import.meta.url);
    const source = `
      const { asCell } = await import(${JSON.stringify(script)});
      const text = ${JSON.stringify(unit)}.repeat(${1_000_000 / unit.length}) + "x";
      process.exitCode = asCell(text).length >= text.length ? 0 : 1;`;
    // No test can end an expression that runs; the end of a process can.
    const done = spawnSync(
      process.execPath,
      ["--experimental-detect-module", "--no-warnings", "--input-type=module", "--eval", source],
      { timeout: 120_000 },
    );
    assert.equal(done.signal, null);
    assert.equal(done.status, 0, String(done.stderr));
  });
}
