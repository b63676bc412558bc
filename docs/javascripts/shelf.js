/**
 * The runtime's large files at hand: plain, unpacked files in the browser's private file system.
 *
 * Reading them there takes a tenth of the time that a cache takes, and nothing is left to unpack. They are only
 * copies. Where there is no such file system, as in some private windows, everything works without them.
 *
 * @module
 */

export class Shelf {
  #site;
  #version;

  /** @param {string} folder the address of the runtime's folder, whose last part is its version */
  constructor(folder) {
    const [version = "", ...above] = new URL(folder).pathname.split("/").filter(Boolean).reverse();
    this.#version = version;
    // One origin may have several sites.
    this.#site = encodeURIComponent(["cagecore", ...above.reverse()].join("/"));
  }

  /**
   * @param {string} name
   * @param {number} size how many bytes it should have
   * @returns {Promise<Uint8Array<ArrayBuffer> | undefined>} nothing, if it is not here in this size
   */
  async take(name, size) {
    try {
      const handle = await (await this.#directory()).getFileHandle(this.#label(name));
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
    try {
      const directory = await this.#directory();
      for await (const label of directory.keys()) {
        if (!label.startsWith(`${this.#version} `)) await directory.removeEntry(label);
      }
      // It gets its name when it is complete, so that what bears a name is whole.
      const handle = await directory.getFileHandle(this.#label(`${name}.new`), { create: true });
      const access = await open(handle, {});
      try {
        access.truncate(0);
        access.write(bytes);
        access.flush();
      } finally {
        access.close();
      }
      await rename(handle, this.#label(name));
    } catch {
      // No room or no file system: the next visit takes a little longer.
    }
  }

  /** Take everything away. */
  async clear() {
    try {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry(this.#site, { recursive: true });
    } catch {
      // It was empty, or there is no file system.
    }
  }

  /** @returns {Promise<FileSystemDirectoryHandle>} */
  async #directory() {
    return (await navigator.storage.getDirectory()).getDirectoryHandle(this.#site, {
      create: true,
    });
  }

  /**
   * @param {string} name
   * @returns {string}
   */
  #label(name) {
    return `${this.#version} ${name}`;
  }
}

/**
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
