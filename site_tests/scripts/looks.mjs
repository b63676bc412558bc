/**
 * What the patterns say of some texts: the question as JSON on standard input, the answer on standard output.
 *
 * @module
 */
import { text } from "node:stream/consumers";
import { FirstLook } from "../../docs/javascripts/validator/patterns.js";

/** @type {{patterns: import("../../docs/javascripts/validator/patterns.js").Patterns, asked: [string[], string[] | null][]}} */
const { patterns, asked } = JSON.parse(await text(process.stdin));
const firstLook = new FirstLook(patterns);
const looks = asked.map(([texts, expect]) => texts.map((one) => firstLook.at(one, expect)));
process.stdout.write(JSON.stringify(looks));
