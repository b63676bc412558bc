/**
 * The runtime's large files at hand: plain, unpacked files in the browser's private file system.
 *
 * Reading them there takes a tenth of the time that a cache takes, and nothing is left to unpack. They are only
 * copies. Where there is no such file system, as in some private windows, everything works without them.
 *
 * @module
 */

export class Shelf {
  /** What the names of this site's files begin with, as one origin may have several sites. */
  #site;
  #version;

  /** @param {string} folder the address of the runtime's folder, whose last part is its version */
  constructor(folder) {
    this.#site = `cagecore ${encodeURIComponent(new URL("..", folder).pathname)} `;
    this.#version = `${this.#site}${encodeURIComponent(folder.split("/").at(-2) ?? "")} `;
  }

  /**
   * @param {string} name
   * @param {number} size how many bytes it should have
   * @returns {Promise<Uint8Array<ArrayBuffer> | undefined>} nothing, if it is not here in this size
   */
  async take(name, size) {
    try {
      const handle = await (await root()).getFileHandle(this.#version + name);
      const access = await open(handle, { mode: "read-only" });
      try {
        const bytes = new Uint8Array(size);
        return access.getSize() === size && access.read(bytes) === size ? bytes : undefined;
      } finally {
        access.close();
      }
    } catch {
      return undefined; // It was never put here, another tab uses it just now, or there is no file system.
    }
  }

  /**
   * Put a file here, and take away what other versions have left.
   *
   * @param {string} name
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  async put(name, bytes) {
    const label = this.#version + name;
    try {
      await this.#remove((old) => !old.startsWith(this.#version));
      // It gets its name when it is complete, so that what bears a name is whole.
      const handle = await (await root()).getFileHandle(`${label}.new`, { create: true });
      const access = await open(handle, {});
      try {
        access.truncate(0);
        if (access.write(bytes) < bytes.length) throw new Error("no room");
        access.flush();
      } finally {
        access.close();
      }
      await rename(handle, label);
    } catch {
      // No room or no file system: the next visit takes a little longer. What was begun takes no room either.
      await this.#remove((left) => left === `${label}.new`).catch(() => {});
    }
  }

  /** Take everything away. */
  async clear() {
    try {
      await this.#remove(() => true);
    } catch {
      // There is no file system.
    }
  }

  /**
   * Remove some files.
   *
   * @param {(label: string) => boolean} which of this site's files
   */
  async #remove(which) {
    const directory = await root();
    for await (const label of directory.keys()) {
      if (label.startsWith(this.#site) && which(label)) await directory.removeEntry(label);
    }
  }
}

/**
 * Give the folder of this origin.
 *
 * @returns {Promise<FileSystemDirectoryHandle>}
 */
function root() {
  return navigator.storage.getDirectory();
}

/**
 * Open a file for reading and writing.
 *
 * @param {FileSystemFileHandle} handle
 * @param {{mode?: "read-only"}} options some browsers know it; the others let nobody else in meanwhile
 * @returns {Promise<FileSystemSyncAccessHandle>}
 */
function open(handle, options) {
  /** @type {{createSyncAccessHandle(options?: object): Promise<FileSystemSyncAccessHandle>}} */
  const opened = handle;
  return opened.createSyncAccessHandle(options);
}

/**
 * Give a file another name.
 *
 * @param {FileSystemFileHandle} handle
 * @param {string} name
 * @returns {Promise<void>}
 */
function rename(handle, name) {
  const renamed = /** @type {FileSystemFileHandle & {move(name: string): Promise<void>}} */ (
    handle
  );
  return renamed.move(name);
}
