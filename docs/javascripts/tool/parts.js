/**
 * What a tool gives to the controller that all tools share. This file holds types and no code.
 *
 * @module
 */

/** @import {Answers, Catalogue, Request} from "../core/wire.js" */

/** @typedef {Record<string, string>} Entry what is in the fields of a form, by their names */

/**
 * How an entry is written into the part of the address after `#`, and read from there.
 *
 * @template {Entry} Typed
 * @typedef {object} Address
 * @property {(entry: Typed) => string} toFragment with its `#`; empty where no address can hold the entry
 * @property {(fragment: string) => Typed | undefined} fromFragment nothing where it holds no entry of this tool; it
 *   never fails
 */

/**
 * The form of a tool. When the reader wants an answer, it calls the controller's `submit`.
 *
 * @template {Entry} Typed
 * @typedef {object} Form
 * @property {Typed} entry what is in it; what does not fit when it is filled is left out
 * @property {(words: string) => void} complain shows what is wrong beside the field; without words nothing is
 * @property {() => void} focus takes the reader to the field
 */

/**
 * What is shown and said of an entry.
 *
 * @typedef {object} Shown
 * @property {HTMLElement} view for the place of the result
 * @property {string} beside what is wrong, in words for beside the field; empty where nothing is
 * @property {string} aloud words for the status region
 */

/** @typedef {Pick<Shown, "beside" | "aloud">} Obstacle words for why nothing is asked, and what the reader can do */

/**
 * A tool.
 *
 * @template {Entry} Typed
 * @template {Request} Asked
 * @typedef {object} Parts
 * @property {string} name what the names of its performance marks begin with
 * @property {Typed} blank the entry of an empty form
 * @property {Form<Typed>} form
 * @property {Address<Typed>} address
 * @property {(entry: Typed) => Obstacle | undefined} obstacle what is in the way of asking, if anything is
 * @property {(entry: Typed) => Asked} request what is asked of the core
 * @property {(entry: Typed) => Shown} look the first look, which does without the core
 * @property {(answer: Answers[Asked["type"]], entry: Typed, catalogue: Catalogue) => Shown} show how the answer is shown
 */

export {};
