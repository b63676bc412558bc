/**
 * Answers questions as the search field does: reads a JSON list of them, writes a list of the pages found for each.
 *
 * Run as `node ask.mjs INDEX`; `site_tests/search/asked.py` does.
 */

import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { stemmer } from "stemmer";
import { Searcher } from "../../docs/javascripts/search/searcher.js";

const searcher = new Searcher(
  MiniSearch,
  stemmer,
  JSON.parse(readFileSync(process.argv[2] ?? "", "utf-8")),
);
/** @type {string[]} */
const questions = JSON.parse(readFileSync(0, "utf-8"));
const found = questions.map((question) =>
  searcher.search(question).map((lines) => lines.at(-1)?.location),
);
process.stdout.write(JSON.stringify(found));
