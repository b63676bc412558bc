/**
 * The messages between page and worker. This file is their only statement; it holds types and no code.
 *
 * A request carries an `id` that its one answer repeats. A notice carries none. Bodies are the JSON of
 * `cagecore.wire`, as text in both directions, so that no Python object ever crosses.
 *
 * @module
 */

/**
 * Where the worker finds Python, as absolute addresses: it knows no place of the site itself.
 *
 * @typedef {object} SetupRequest
 * @property {number} id
 * @property {"setup"} type
 * @property {string} indexURL the folder with Pyodide's files, ending in a slash
 * @property {string} lockFileURL the lock file that names the wheel
 */

/**
 * @typedef {object} CheckRequest
 * @property {number} id
 * @property {"check"} type
 * @property {string} body a request of `cagecore.wire.answer`
 */

/** @typedef {SetupRequest | CheckRequest} ToWorker */

/**
 * @typedef {object} ReadyAnswer
 * @property {number} id
 * @property {"ready"} type
 * @property {string} body the catalogue, as `cagecore.wire.answer` gives it
 */

/**
 * @typedef {object} CheckAnswer
 * @property {number} id
 * @property {"answer"} type
 * @property {string} body an answer of `cagecore.wire.answer`
 */

/**
 * The worker could not do what was asked. `message` is for the console; the page owns the words people read.
 *
 * @typedef {object} Failure
 * @property {number} id
 * @property {"failure"} type
 * @property {string} message
 */

/**
 * @typedef {object} Progress
 * @property {"progress"} type
 * @property {Stage} stage
 */

/** @typedef {"runtime" | "library"} Stage what is being loaded: Python itself, or the checking library */

/** @typedef {ReadyAnswer | CheckAnswer | Failure} Answer */

/** @typedef {Answer | Progress} FromWorker what the worker sends */

export {};
