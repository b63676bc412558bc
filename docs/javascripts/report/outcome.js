/**
 * What came of a check, in few words: beside the field, where there is only room for what is wrong, and for readers who
 * listen.
 *
 * @module
 */

import { isToLookAt, summary } from "./list-view.js";
import { firstSentence, headline, kindOf, otherwise, reasonOf, verdict } from "./verdict.js";

/** @import {Catalogue} from "../core/wire.js" */
/** @import {Judged} from "./verdict.js" */

/** @typedef {{beside: string, aloud: string}} Outcome nothing beside the field where all is well */

/**
 * @param {Judged} judged
 * @returns {boolean} whether it is wrong, or nothing at all
 */
function isWrong(judged) {
  return ["bad", "none"].includes(kindOf(judged));
}

/**
 * Say what came of one code.
 *
 * @param {Judged} judged
 * @param {Catalogue} catalogue
 * @returns {Outcome}
 */
export function ofReport(judged, catalogue) {
  const title = headline(judged, catalogue);
  const said = verdict(judged, catalogue);
  const heard = [
    title.endsWith("?") ? title : `${title}.`,
    said === title ? "" : `${said}.`,
    otherwise(judged),
    isWrong(judged) ? reasonOf(judged) : "",
  ];
  return {
    beside: isWrong(judged) ? firstSentence(reasonOf(judged)) : "",
    aloud: heard.filter(Boolean).join(" "),
  };
}

/**
 * Say what came of a list.
 *
 * @param {Judged[]} lines
 * @returns {Outcome}
 */
export function ofList(lines) {
  const open = lines.filter(isToLookAt).length;
  return {
    beside: lines.some(isWrong)
      ? `${open} of ${lines.length} lines to look at, in the table below.`
      : "",
    aloud: summary(lines),
  };
}
