/**
 * The JSON of `cagecore.wire`, as types. This file holds no code.
 *
 * @module
 */

/** @typedef {"error" | "warning" | "note"} Severity */
/** @typedef {"published" | "bureau" | "observed"} Basis */

/**
 * @typedef {object} Finding
 * @property {string} rule
 * @property {Severity} severity
 * @property {Basis} basis
 * @property {string} message
 * @property {number} start the first character that it is about, in code points of the text as typed
 * @property {number} end one past the last
 * @property {string | null} source
 */

/**
 * @typedef {object} Reading
 * @property {string} scheme
 * @property {string} code
 * @property {boolean} well_formed
 * @property {string | null} nation
 * @property {string | null} issuer
 * @property {Finding[]} findings
 */

/** @typedef {{code: string, scheme: string, reason: string}} Suggestion */

/**
 * @typedef {object} Report
 * @property {string} input
 * @property {string | null} code
 * @property {string | null} scheme
 * @property {boolean} well_formed
 * @property {string | null} nation
 * @property {string | null} issuer
 * @property {Finding[]} findings
 * @property {Reading[]} readings
 * @property {Suggestion[]} suggestions
 */

/** @typedef {{char: string, start: number, end: number, role: string}} Cell */

/**
 * What is said of one text.
 *
 * @typedef {object} Checked
 * @property {Report} report
 * @property {Cell[]} anatomy
 * @property {string[]} lookups
 * @property {string[]} hints lookalikes whose shape the text has, though nothing asks for them
 */

/**
 * @typedef {object} Scheme
 * @property {string} name
 * @property {string} article
 * @property {string} anchor
 * @property {string} shape
 * @property {boolean} ours whether it is one of those that the site is about
 * @property {string} apart what distinguishes it from others
 * @property {boolean} expectable
 * @property {string[]} limits
 */

/**
 * @typedef {object} Rule
 * @property {string} title
 * @property {string} anchor
 * @property {string} doubt of a warning, the doubt in a few words, to follow "well formed, but"
 * @property {boolean} always whether it speaks of every code that is well formed otherwise
 */
/**
 * @typedef {object} Source
 * @property {string} title
 * @property {string} publisher
 * @property {string} dated
 * @property {string | null} url
 * @property {string | null} standing whose rule it is, where that is not the authority's
 */
/**
 * @typedef {object} Lookup
 * @property {string} title
 * @property {string} short its name in a few words
 * @property {string} url
 * @property {string} answers
 * @property {string[]} [takes] the kinds of codes that it can be asked for
 * @property {string} [record] an address that takes a code at its end
 */

/**
 * What a page needs to show findings. The wheel gives it, so it is always in step with the findings.
 *
 * @typedef {object} Catalogue
 * @property {string} version
 * @property {number} most_cells characters that are shown one by one, and cells that an answer has
 * @property {Record<string, Scheme>} schemes
 * @property {Record<string, Rule>} rules
 * @property {Record<Severity, string>} severities their words
 * @property {Record<Basis, string>} bases their words
 * @property {Record<string, Source>} sources
 * @property {Record<string, Lookup>} lookups
 * @property {Record<string, string>} nations
 * @property {Record<string, string>} issuers
 */

/** @typedef {Pick<Catalogue, "schemes" | "nations" | "issuers">} Names what a verdict needs to be put into words */

/**
 * @typedef {object} CheckRequest
 * @property {"check"} type
 * @property {string[]} texts
 * @property {string[] | null} expect the kinds that the field is for; `null` for any
 */

/** @typedef {{type: "catalogue"}} CatalogueRequest */

/** @typedef {CheckRequest | CatalogueRequest} Request what can be asked */

/**
 * What is answered, by the type of the request.
 *
 * @typedef {object} Answers
 * @property {{answers: Checked[]}} check one for each text
 * @property {{catalogue: Catalogue}} catalogue
 */

export {};
