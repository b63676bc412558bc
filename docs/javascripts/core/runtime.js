/**
 * What the build says of the runtime: where its files are, how large, and which of them each path to Python needs.
 *
 * @module
 */

import { isKept } from "./line.js";

/** @import {Path, RuntimeFiles} from "./protocol.js" */

/** The path with the smaller download. @type {Path} */
export const SMALL = "ordinary";

/** The folder of our scripts and style sheets below the site's root, `static/<hash>/`, as any page names it. */
const SCRIPTS = new URL("../..", import.meta.url).pathname.split("/").slice(-3).join("/");

export class Runtime {
  /** The address of the folder with the files. */
  folder;
  /** What each path needs, the quickest path first. */
  paths;
  /** What a page of this version names, and of no other: where the runtime is, and where our scripts are. */
  marks;

  /**
   * @param {{site: string, folder: string, paths: Record<Path, RuntimeFiles>}} data the site's root as the page names
   *   it, and what `site_build.runtime` writes
   */
  constructor({ site, folder, paths }) {
    this.folder = new URL(`${site}${folder}`, document.baseURI).href;
    this.paths = paths;
    this.marks = [folder, SCRIPTS];
  }

  /**
   * @param {Path} path
   * @returns {number} bytes of its download
   */
  size(path) {
    return Object.values(this.paths[path]).reduce((sum, { packed }) => sum + packed, 0);
  }

  /**
   * @param {Path} path
   * @returns {string[]} the addresses of its files
   */
  addresses(path) {
    return Object.values(this.paths[path]).map(({ name }) => `${this.folder}${name}`);
  }

  /** @returns {Promise<Path | undefined>} a path whose files are all on this machine */
  async keptPath() {
    const site = new URL("../../", this.folder).href;
    for (const path of /** @type {Path[]} */ (Object.keys(this.paths))) {
      if (await isKept(site, this.addresses(path))) return path;
    }
    return undefined;
  }
}
