/**
 * The one state of the validator page, and how it changes. What is not listed leaves it as it is: progress or an
 * answer that comes too late never moves it back.
 *
 * @module
 */

/**
 * - `resting`: the line is slow, and nobody has asked for the full check yet
 * - `loading`: the checker is on its way
 * - `ready`, `busy`: it runs, and a check is or is not under way
 * - `failed`: it could not be loaded, or it stopped
 *
 * @typedef {"resting" | "loading" | "ready" | "busy" | "failed"} State
 */
/** @typedef {"spared" | "wanted" | "loaded" | "asked" | "answered" | "broke"} Event */

/** @type {Record<State, Partial<Record<Event, State>>>} */
const NEXT = {
  resting: { wanted: "loading" },
  loading: { spared: "resting", loaded: "ready", broke: "failed" },
  ready: { asked: "busy", broke: "failed" },
  busy: { answered: "ready", broke: "failed" },
  failed: { wanted: "loading" },
};

/**
 * @param {State} state
 * @param {Event} event
 * @returns {State}
 */
export function next(state, event) {
  return NEXT[state][event] ?? state;
}
