/**
 * The messages between page and worker. This file is their only statement; it holds types and no code.
 *
 * A request carries an `id` that its one answer repeats. A notice carries none. Bodies are the JSON of
 * `cagecore.wire`, as text in both directions, so that no Python object ever crosses.
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

/** @typedef {"snapshot" | "ordinary"} Path how Python starts: from its written-down memory, or from the beginning */

/**
 * Where the worker finds Python, as an absolute address: it knows no place of the site itself.
 *
 * @typedef {object} SetupRequest
 * @property {number} id
 * @property {"setup"} type
 * @property {Path} path
 * @property {string} folder the folder with the runtime, ending in a slash
 * @property {RuntimeFiles} files what the path needs, and nothing else
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
 * @property {number} loaded bytes that have come, as they come over the line
 * @property {number} total bytes in all
 */

/** @typedef {"download" | "start"} Stage what goes on: files are on their way, or Python is starting */

/** @typedef {ReadyAnswer | CheckAnswer | Failure} Answer */

/** @typedef {Answer | Progress} FromWorker what the worker sends */

export {};
