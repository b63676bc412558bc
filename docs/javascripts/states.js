/**
 * The one state of the validator page, and how it changes. What is not listed leaves it as it is: progress or an
 * answer that comes too late never moves it back.
 *
 * @module
 */

/** @typedef {"loading" | "ready" | "busy" | "failed"} State */
/** @typedef {"loaded" | "asked" | "answered" | "broke" | "retried"} Event */

/** @type {Record<State, Partial<Record<Event, State>>>} */
const NEXT = {
  loading: { loaded: "ready", broke: "failed" },
  ready: { asked: "busy", broke: "failed" },
  busy: { answered: "ready", broke: "failed" },
  failed: { retried: "loading" },
};

/**
 * @param {State} state
 * @param {Event} event
 * @returns {State}
 */
export function next(state, event) {
  return NEXT[state][event] ?? state;
}
