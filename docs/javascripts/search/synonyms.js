/**
 * Words that mean the same to those who search.
 *
 * @module
 */

import { forms, isTelling, split } from "./words.js";

/** @typedef {import("./words.js").Stemmer} Stemmer */
/** @typedef {string[]} Phrase one word or several, as they are kept in the index */

export class Synonyms {
  /** @type {Map<string, Phrase[]>} */
  #others = new Map();
  #longest = 1;
  #stemmer;

  /**
   * @param {string[][]} rows words and phrases that mean the same, a row for each meaning
   * @param {Stemmer} stemmer
   */
  constructor(rows, stemmer) {
    this.#stemmer = stemmer;
    for (const row of rows) {
      const phrases = row.map((words) => this.#phrase(split(words)));
      for (const phrase of phrases) {
        const key = phrase.join(" ");
        const known = this.#others.get(key) ?? [];
        this.#others.set(key, [...known, ...phrases.filter((other) => other !== phrase)]);
        this.#longest = Math.max(this.#longest, phrase.length);
      }
    }
  }

  /**
   * Group the words of a question: each group is one word or phrase of it, and what means the same.
   *
   * Words that say nothing are left out, after the phrases are known: in "how long" and "change of address" they do.
   *
   * @param {string[]} words as `asked` gives them
   * @returns {{typed: string, ways: Phrase[]}[]} the first way is as it was typed
   */
  grouped(words) {
    const groups = [];
    for (let start = 0; start < words.length; ) {
      const size = this.#sizeAt(words, start);
      const taken = words.slice(start, start + size);
      const phrase = this.#phrase(taken);
      const others = this.#others.get(phrase.join(" ")) ?? [];
      const alone = size === 1 ? this.#ways(taken[0] ?? "") : [phrase];
      groups.push({ typed: taken.join(" "), ways: [...alone, ...others] });
      start += size;
    }
    const telling = groups.filter(({ typed }) => isTelling(typed));
    return telling.length ? telling : groups;
  }

  /**
   * @param {string[]} words
   * @param {number} start
   * @returns {number} how many words from there are a known phrase, or 1
   */
  #sizeAt(words, start) {
    for (let size = Math.min(this.#longest, words.length - start); size > 1; size -= 1) {
      if (this.#others.has(this.#phrase(words.slice(start, start + size)).join(" "))) return size;
    }
    return 1;
  }

  /**
   * @param {string} word
   * @returns {Phrase[]} as it is kept, and as its parts; a structure is both together
   */
  #ways(word) {
    const whole = forms(word, this.#stemmer);
    if (/[*#]/.test(word) || whole.length < 2) return [whole];
    return [whole.slice(0, 1), whole.slice(1)];
  }

  /**
   * @param {string[]} words
   * @returns {Phrase}
   */
  #phrase(words) {
    return words.map((word) => forms(word, this.#stemmer)[0] ?? word);
  }
}
