/**
 * What came of a check, in few words: beside the field, where there is only room for what is wrong, and for readers who
 * listen.
 *
 * @module
 */

import { inOrder } from "./findings.js";
import { isToLookAt, summary } from "./list-view.js";
import { headline, kindOf } from "./verdict.js";

/** @import {Checked, Catalogue, Report} from "../core/wire.js" */

/** @typedef {{beside: string, aloud: string}} Outcome nothing beside the field where all is well */

/**
 * Say what came of one code.
 *
 * @param {Report} report
 * @param {Catalogue} catalogue
 * @returns {Outcome}
 */
export function ofReport(report, catalogue) {
  const reason = kindOf(report) === "good" ? "" : (inOrder(report)[0]?.message ?? "");
  return {
    beside: reason.split(/(\. )/, 2).join("").trimEnd(),
    aloud: `${headline(report, catalogue)}. ${reason}`,
  };
}

/**
 * Say what came of a list.
 *
 * @param {Checked[]} answers
 * @returns {Outcome}
 */
export function ofList(answers) {
  const isBad = answers.some(({ report }) => kindOf(report) !== "good");
  const open = answers.filter(({ report }) => isToLookAt(report)).length;
  return {
    beside: isBad ? `${open} of ${answers.length} lines to look at, in the table below.` : "",
    aloud: summary(answers),
  };
}
