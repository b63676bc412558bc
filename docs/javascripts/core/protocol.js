/**
 * The messages between page and worker. This file is their only statement; it holds types and no code.
 *
 * `setup` comes first, then one envelope carries everything: `ask`. Each has an `id`, which its one answer repeats; a
 * notice has none. A body is JSON of `cagecore.wire`, as text in both directions, so that no Python object ever
 * crosses; `wire.js` says what can be asked in it.
 *
 * @module
 */

/**
 * A file of the runtime, as `site_build.runtime` lists it.
 *
 * @typedef {object} RuntimeFile
 * @property {string} name its name in the runtime's folder
 * @property {number} size its bytes
 * @property {number} packed its bytes on the way here, as a host compresses it
 * @property {string} integrity `sha256-` and the hash in base 64
 * @property {{size: number, integrity: string}} [unpacked] the same of its content, where it is packed for good
 */

/** @typedef {Record<string, RuntimeFile>} RuntimeFiles by what they are to the worker */

/** @typedef {"snapshot" | "ordinary"} Path how Python starts: from its saved memory, or from the beginning */

/**
 * Where the worker finds Python, as an absolute address: it knows no place of the site itself. The answer is that to
 * the request `catalogue`.
 *
 * @typedef {object} Setup
 * @property {number} id
 * @property {"setup"} type
 * @property {Path} path
 * @property {string} folder the folder with the runtime, ending in a slash
 * @property {RuntimeFiles} files what the path needs, and nothing else
 */

/**
 * @typedef {object} Ask
 * @property {number} id
 * @property {"ask"} type
 * @property {string} body a request to `cagecore.wire.answer`
 */

/** @typedef {Setup | Ask} ToWorker what the page sends */

/**
 * @typedef {object} Answer
 * @property {number} id
 * @property {"answer"} type
 * @property {string} body what `cagecore.wire.answer` returned
 */

/**
 * The worker could not do what was asked. `message` is for the console; the page has its own words for readers.
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
 * @property {number} loaded bytes that have come, as they come over the line
 * @property {number} total bytes in all
 */

/** @typedef {"download" | "start"} Stage what goes on: files are on their way, or Python is starting */

/** @typedef {Answer | Failure | Progress} FromWorker what the worker sends */

export {};
