/**
 * The findings of a report: numbered, worst first, each with links to its rule and its source.
 *
 * @module
 */

import { make } from "../site/dom.js";
import { ORDER } from "./verdict.js";

/** @import {Catalogue, Finding} from "../core/wire.js" */

/** @typedef {{number: number, finding: Finding, word: string}} Numbered with the word for its severity */

/**
 * Number the findings. The same rule with the same words at several places has one number.
 *
 * @param {Finding[]} findings in order
 * @param {Catalogue} catalogue
 * @returns {Numbered[]}
 */
export function numbered(findings, { severities }) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  return findings.map((finding) => {
    const key = `${finding.rule} ${finding.message}`;
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return { number, finding, word: severities[finding.severity] };
  });
}

/**
 * Separate what a rule says of every code of its kind: that is no finding about this one.
 *
 * @param {Finding[]} findings
 * @param {Catalogue} catalogue
 * @returns {{own: Finding[], standing: Finding[]}}
 */
export function apart(findings, { rules }) {
  const stands = (/** @type {Finding} */ { rule, severity }) =>
    severity === "note" && rules[rule]?.always === true;
  return {
    own: findings.filter((finding) => !stands(finding)),
    standing: findings.filter(stands),
  };
}

/**
 * Show what holds of every code of a kind, folded to one line.
 *
 * @param {Finding[]} standing
 * @param {string} name of the kind
 * @param {Catalogue} catalogue
 * @param {(address: string) => string} link makes a place of the site an address
 * @returns {HTMLElement[]}
 */
export function folded(standing, name, catalogue, link) {
  return standing.map((finding) => {
    const title = catalogue.rules[finding.rule]?.title ?? "";
    const line = `True of every ${name}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
    const words = make("p", {}, finding.message);
    return make(
      "details",
      { class: "cc-standing" },
      make("summary", {}, line),
      words,
      meta(finding, catalogue, link),
    );
  });
}

/**
 * Show the findings, one group for each severity and one item for each number.
 *
 * @param {Numbered[]} findings
 * @param {Catalogue} catalogue
 * @param {(address: string) => string} link makes a place of the site an address
 * @returns {HTMLElement[]} the groups; an item has its number as `data-finding`
 */
export function list(findings, catalogue, link) {
  const once = [...new Map(findings.map((one) => [one.number, one])).values()];
  return ORDER.flatMap((severity) => {
    const group = once.filter(({ finding }) => finding.severity === severity);
    const items = group.map(({ finding, number }) => item(finding, number, catalogue, link));
    if (items.length === 0) return [];
    const word = catalogue.severities[severity];
    const title = items.length === 1 ? word : `${word}s`;
    const head = make("h4", { class: `cc-badge cc-badge--${severity}` }, title);
    return [head, make("ul", { class: "cc-findings" }, ...items)];
  });
}

/**
 * Show a finding.
 *
 * @param {Finding} finding
 * @param {number} number
 * @param {Catalogue} catalogue
 * @param {(address: string) => string} link
 * @returns {HTMLElement}
 */
function item(finding, number, catalogue, link) {
  const mark = make("span", { class: `cc-mark cc-mark--${finding.severity}` }, String(number));
  const words = make("div", {}, make("p", {}, finding.message), meta(finding, catalogue, link));
  return make("li", { "data-finding": String(number), tabindex: "-1" }, mark, words);
}

/**
 * Say by which rule something was found, and what that rests on.
 *
 * @param {Finding} finding
 * @param {Catalogue} catalogue
 * @param {(address: string) => string} link
 * @returns {HTMLElement}
 */
function meta(finding, catalogue, link) {
  const rule = catalogue.rules[finding.rule];
  const line = make("p", { class: "cc-finding__meta" });
  if (rule) line.append(make("a", { href: link(rule.anchor) }, `Rule: ${rule.title}`));
  line.append(...source(finding, catalogue));
  return line;
}

/**
 * Say whose rule it is, and where it can be read. A rule of our own has no source.
 *
 * @param {Finding} finding
 * @param {Catalogue} catalogue
 * @returns {(Node | string)[]}
 */
function source(finding, catalogue) {
  const found = finding.source ? catalogue.sources[finding.source] : undefined;
  if (!found) return [];
  const title = found.url ? make("a", { href: found.url }, found.title) : found.title;
  return [
    ` · ${found.standing ?? catalogue.bases[finding.basis]} · Source: `,
    title,
    `, ${found.dated}`,
  ];
}
