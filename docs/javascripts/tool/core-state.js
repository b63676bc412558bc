/**
 * What the page shows of the core: its state, how far its loading has come, that it needs no connection any more, and
 * what can be done where it failed.
 *
 * @module
 */

import { client, runtime } from "../core/core.js";
import { isOutdated } from "../core/line.js";
import { SMALL } from "../core/runtime.js";
import { find } from "../site/dom.js";
import { keep } from "../site/offline.js";
import { ProgressLine } from "./progress-line.js";
import { next } from "./states.js";
import { Trouble } from "./trouble.js";

/** @import {Cause} from "../core/client.js" */
/** @import {Event as Change, State} from "./states.js" */

export class CoreState {
  /** @type {State} */
  #now = "loading";
  #root;
  #progress;
  #offline;
  #trouble;
  #stranded;

  /**
   * @param {HTMLElement} root the element that holds the tool
   * @param {{load: () => void, again: () => void, reload: () => void}} wanted called when the reader presses the
   *   button that loads the core, tries it again, or loads the page again
   * @param {() => void} stranded called when the focus was on a button that is gone now
   */
  constructor(root, { load, again, reload }, stranded) {
    this.#root = root;
    this.#progress = new ProgressLine(root, runtime.size(SMALL), load);
    this.#offline = find(root, "[data-part='offline']", HTMLElement);
    this.#trouble = new Trouble(root, { failure: again, asleep: again, outdated: reload });
    this.#stranded = stranded;
    client.onProgress = (reached) => {
      this.#progress.reach(reached);
      this.change();
    };
  }

  /**
   * The state now.
   *
   * @returns {State}
   */
  get now() {
    return this.#now;
  }

  /**
   * Move the state and show it.
   *
   * @param {Change} [event]
   */
  change(event) {
    const focused = document.activeElement;
    if (event) this.#now = next(this.#now, event);
    this.#root.dataset.state = this.#now;
    if (this.#now !== "failed") this.#trouble.hide();
    this.#progress.show(this.#now);
    if (focused?.closest("[hidden]")) this.#stranded();
  }

  /**
   * Do not load the core until the reader asks for it, or it turns out to be on this machine.
   *
   * @returns {Promise<boolean>} whether it is here, and still waits to be loaded
   */
  async spare() {
    this.change("spared");
    const path = await runtime.keptPath();
    if (!path) return false;
    client.usePaths([...new Set([path, SMALL])]);
    return this.#now === "resting";
  }

  /** The core has started: from now on it needs no connection, once its files are kept. */
  async settle() {
    this.#offline.hidden = !(await keep(client.path ? runtime.addresses(client.path) : []));
  }

  /**
   * Say at once that the core is not running. Where nothing else says why, only the host can, and it may be silent, too.
   *
   * @param {Cause | undefined} why
   * @param {(words: string) => void} tell called with what is wrong, and again when more is known of it
   */
  async fail(why, tell) {
    this.change("broke");
    tell(this.#trouble.show(why ?? "failure"));
    if (why === "unable") return;
    // After an update of the site the files of this version may be gone, and only the new page knows its own.
    if ((await isOutdated(runtime.marks)) && this.#now === "failed") {
      tell(this.#trouble.show("outdated"));
    }
  }
}
