/**
 * The controller that every tool shares: it takes an entry from the form, asks the core, shows the answer in the
 * place of the result, and keeps the entry in the address and in the history. It starts the core, or spares the line,
 * and says how far that has come, or what can be done where it failed.
 *
 * A tool gives only what is its own; `parts.js` says what that is. Only the newest request shows its answer, and what
 * was typed survives every failure.
 *
 * @module
 */

import { CheckerError } from "../core/client.js";
import { client, spared } from "../core/core.js";
import { find } from "../site/dom.js";
import { isNewVisit } from "../site/history.js";
import { after } from "../site/offline.js";
import { CoreState } from "./core-state.js";
import { ResultPlace } from "./result-place.js";
import { start } from "./started.js";
import { Visits } from "./visits.js";

/** @import {Answers, Catalogue, Request} from "../core/wire.js" */
/** @import {Entry, Parts} from "./parts.js" */

/** What is announced to readers who asked for the full check and have nothing in the form yet. */
const LOADING = "Loading the full check.";

/**
 * A tool on its page; `begin` opens it. `validator/validator.js` shows how one is made.
 *
 * @template {Entry} Typed
 * @template {Request} Asked
 */
export class Tool {
  #root;
  #parts;
  #form;
  #core;
  #visits;
  #result;
  #status;
  /** The number of the newest request: only that one may show its answer. */
  #newest = 0;
  /** The entry on show. */
  #current;

  /**
   * @param {HTMLElement} root the element that holds the tool
   * @param {Parts<Typed, Asked>} parts
   */
  constructor(root, parts) {
    this.#root = root;
    this.#parts = parts;
    this.#form = parts.form;
    this.#current = parts.blank;
    this.#core = new CoreState(
      root,
      { load: () => this.#load(), again: () => this.#again(), reload: () => this.#reload() },
      () => this.#form.focus(),
    );
    this.#visits = new Visits(parts.address, parts.blank);
    this.#result = new ResultPlace(root);
    this.#status = find(root, "[role='status']", HTMLElement);
    for (const event of ["hashchange", "popstate"]) {
      addEventListener(event, () => {
        this.#visits.move();
        this.#restore(true);
      });
    }
    addEventListener("pageshow", () => this.#restore());
  }

  /** Open the page: load the core, unless that would be a burden to the reader's line. */
  begin() {
    if (spared) this.#rest();
    else after(client.start());
    const { asked, typed } = start();
    // What the reader has typed comes before what the address or the history says.
    if (typed && this.#isComplete(this.#form.entry)) this.#visits.stay(this.#current);
    this.#restore();
    if (asked && this.#newest === 0) this.submit();
    performance.mark(`${this.#parts.name}:patterns`);
    if (this.#newest === 0 && this.#core.now === "loading") this.#run(false);
  }

  /** Ask about what is in the form, and remember it in the browser's history. */
  submit() {
    const { entry } = this.#form;
    if (!same(entry, this.#current)) this.#visits.add(entry);
    this.#current = entry;
    if (this.#refuse()) return;
    this.#result.expect();
    this.#check();
  }

  /** Ask again where a result is on show, as something beside the field has changed. */
  resubmit() {
    if (!this.#result.hidden) this.submit();
  }

  /**
   * Take an entry that the result offers.
   *
   * @param {Typed} entry
   */
  take(entry) {
    this.#form.entry = entry;
    this.submit();
    // The button that was pressed goes away with its report; what takes its place is the next one.
    this.#result.focus();
  }

  /**
   * Say something in the status region. A function of its own, so that a view can be given it.
   *
   * @param {string} words
   */
  announce = (words) => {
    this.#status.textContent = words;
  };

  /**
   * Give the address of a place of the site. A function of its own, so that a view can be given it.
   *
   * @param {string} place below the site's root
   * @returns {string}
   */
  link = (place) => new URL(`${this.#root.dataset.site}${place}`, document.baseURI).href;

  /**
   * @param {Typed} entry
   * @returns {boolean} whether there is anything to ask about
   */
  #isComplete(entry) {
    return this.#parts.obstacle(entry) === undefined;
  }

  /**
   * Say what is in the way of asking about the entry, if anything is.
   *
   * @returns {boolean} whether something is
   */
  #refuse() {
    const obstacle = this.#parts.obstacle(this.#current);
    if (!obstacle) return false;
    this.#clear();
    this.#say(obstacle.beside, obstacle.aloud);
    return true;
  }

  /**
   * Say something beside the field and in the status region.
   *
   * @param {string} beside what is wrong, to be read beside the field
   * @param {string} [aloud]
   */
  #say(beside, aloud = beside) {
    this.#form.complain(beside);
    this.announce(aloud);
  }

  /**
   * Start the core and ask about the entry, if anybody waits for an answer.
   *
   * @param {boolean} waited
   */
  async #run(waited) {
    const turn = ++this.#newest;
    this.#core.change(this.#core.now === "ready" || this.#core.now === "busy" ? "asked" : "wanted");
    if (waited && this.#core.now === "loading") {
      this.#look("The full check follows as soon as it is loaded.");
    }
    try {
      const catalogue = await client.start();
      if (this.#core.now === "loading") {
        performance.mark(`${this.#parts.name}:core`);
        this.#core.settle();
      }
      this.#core.change("loaded");
      if (this.#status.textContent === LOADING) this.announce("The full check is ready.");
      if (!waited || turn !== this.#newest) return;
      this.#core.change("asked");
      const answer = await client.ask(this.#parts.request(this.#current));
      if (turn !== this.#newest) return;
      this.#core.change("answered");
      this.#show(answer, catalogue);
    } catch (error) {
      // Whoever asked: a core that stopped has stopped for all, and that is said once.
      if (this.#core.now === "failed") return;
      console.warn("The checker stopped:", error);
      // What went wrong is shown above the result.
      this.#result.expect(false);
      const why = error instanceof CheckerError ? error.why : undefined;
      this.#core.fail(why, (words) => this.#excuse(words));
    }
  }

  /**
   * Say what is wrong with the core, with the first look in the meantime.
   *
   * @param {string} words
   */
  #excuse(words) {
    if (this.#isComplete(this.#current)) this.#look(words);
    else this.announce(words);
  }

  /**
   * Show the first look at the entry.
   *
   * @param {string} outlook what is to be said of the full check
   */
  #look(outlook) {
    const { view, beside, aloud } = this.#parts.look(this.#current);
    // First of all, so that there is room to scroll in.
    this.#result.hold();
    this.#result.show(view);
    this.#say(beside, `${aloud} ${outlook}`);
  }

  /**
   * Show an answer. An error in that is the page's own, and says nothing of the core.
   *
   * @param {Answers[Asked["type"]]} answer
   * @param {Catalogue} catalogue
   */
  #show(answer, catalogue) {
    try {
      const { view, beside, aloud } = this.#parts.show(answer, this.#current, catalogue);
      this.#result.show(view);
      this.#result.release();
      this.#say(beside, aloud);
    } catch (error) {
      reportError(error);
      this.#say("The result cannot be shown. Copy what you typed, then reload the page.");
    }
  }

  /** Take the result away; nobody waits any more for a request that is under way. */
  #clear() {
    this.#newest += 1;
    this.#result.hide();
    this.#core.change("answered");
  }

  /** Answer as far as that can be done now. */
  #check() {
    if (this.#core.now !== "resting") {
      after(this.#run(true));
      return;
    }
    this.#newest += 1;
    this.#look("The full check is loaded only when you ask for it, above.");
  }

  /** Load the core because the reader wants it, and ask about the entry if there is one. */
  #load() {
    const waited = this.#isComplete(this.#current);
    if (!waited) this.announce(LOADING);
    this.#run(waited);
  }

  /** Try again, with what is in the form now. */
  #again() {
    if (this.#isComplete(this.#form.entry)) this.submit();
    else this.#load();
  }

  /** Load the page again, with what is in the form. */
  #reload() {
    if (this.#visits.hold(this.#form.entry)) location.reload();
    else this.#say("The browser cannot keep this text. Copy it, then reload the page yourself.");
  }

  /** Leave the line to the reader, unless the core turns out to be on this machine. */
  async #rest() {
    if (await this.#core.spare()) this.#run(this.#isComplete(this.#current));
  }

  /**
   * Show what the address or the history says, unless it is on show already.
   *
   * @param {boolean} [moved] whether the reader went there within the page
   */
  #restore(moved = false) {
    const entry = this.#visits.current;
    if (same(entry, this.#current)) return;
    this.#form.entry = entry;
    this.#current = this.#form.entry;
    this.#clear();
    if (this.#isComplete(this.#current)) {
      this.#result.expect(moved || isNewVisit());
      this.#check();
    } else {
      this.announce("");
      // To an empty form there is nothing to say.
      if (!same(this.#current, this.#parts.blank)) this.#refuse();
    }
  }
}

/**
 * @param {Entry} one
 * @param {Entry} other
 * @returns {boolean} whether every field holds the same in both
 */
function same(one, other) {
  return Object.keys(one).every((name) => one[name] === other[name]);
}
