/**
 * The one state of the core on a page with a tool, and how it changes. What is not listed leaves it as it is: progress
 * or an answer that comes too late never moves it back.
 *
 * @module
 */

/**
 * - `resting`: the line is slow, and nobody has asked for the core yet
 * - `loading`: the core is on its way
 * - `ready`: it runs, and waits for a request
 * - `busy`: it runs, and answers one
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
 * Move a state.
 *
 * @param {State} state
 * @param {Event} event
 * @returns {State}
 */
export function next(state, event) {
  return NEXT[state][event] ?? state;
}
