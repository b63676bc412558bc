/**
 * Every file of the runtime with every fault: what `Downloads` makes of it. The pages are not here; what they make of
 * a download that fails is tested in browsers, with each file and each fault once.
 *
 * The files have the names of those that were built, and little content, each of its kind.
 *
 * @module
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { Downloads } from "../../docs/javascripts/worker/downloads.js";
import { Shelf } from "../../docs/javascripts/worker/shelf.js";
import { FATAL, HANGING, HARMLESS, spoilt } from "./faults.mjs";

/** @import {RuntimeFile, RuntimeFiles} from "../../docs/javascripts/core/protocol.js" */
/** @import {Bytes, Fault} from "./faults.mjs" */

/** @typedef {{address: string, cache: RequestCache | undefined, integrity: string | undefined}} Call */

const FOLDER = "https://example.org/cagecore/runtime/0123456789abcdef/";
const built = new URL("../../build/runtime/", import.meta.url);
const [version = ""] = readdirSync(built);
const NAMES = readdirSync(new URL(`${version}/`, built));

/** The smallest program there is, and one more section, so that it can be cut. */
const PROGRAM = bytes(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, 40, 1, 0x78, ...new Array(38).fill(7));
const PLAIN = bytes(...Array.from({ length: 4000 }, (_, place) => (place * place) % 251));

/** What comes over the line for each file, and what comes out of it. @type {Map<string, {sent: Bytes, whole: Bytes}>} */
const CONTENT = new Map(
  NAMES.map((name, place) => {
    const own = Uint8Array.from([...PLAIN, place]);
    if (name.endsWith(".wasm")) return [name, { sent: PROGRAM, whole: PROGRAM }];
    if (name.endsWith(".gz")) return [name, { sent: Uint8Array.from(gzipSync(own)), whole: own }];
    return [name, { sent: own, whole: own }];
  }),
);
/** @type {RuntimeFiles} */
const FILES = Object.fromEntries(NAMES.map((name) => [name, describe(name)]));
const PACKED = NAMES.filter((name) => FILES[name]?.unpacked);
const TOTAL = Object.values(FILES).reduce((sum, { packed }) => sum + packed, 0);

/** A shelf without a file system. */
class Pile extends Shelf {
  /** @type {Map<string, Bytes>} */
  pile = new Map();

  constructor() {
    super(FOLDER);
  }

  /** @param {string} name @override */
  async take(name) {
    return this.pile.get(name);
  }

  /** @param {string} name @param {Bytes} whole @override */
  async put(name, whole) {
    this.pile.set(name, whole);
  }
}

/** @param {number[]} numbers */
function bytes(...numbers) {
  return Uint8Array.from(numbers);
}

/** @param {Bytes} whole */
function integrity(whole) {
  return `sha256-${createHash("sha256").update(whole).digest("base64")}`;
}

/**
 * @param {string} name
 * @returns {RuntimeFile}
 */
function describe(name) {
  const { sent, whole } = content(name);
  // Hosts compress, so less comes over the line than out of it.
  const packed = sent.length - 10;
  const file = { name, size: sent.length, packed, integrity: integrity(sent) };
  const unpacked = { size: whole.length, integrity: integrity(whole) };
  return sent === whole ? file : { ...file, unpacked };
}

/** @param {string} name */
function content(name) {
  const found = CONTENT.get(name);
  assert.ok(found, name);
  return found;
}

/**
 * Download everything over a line on which one file has a fault.
 *
 * @param {string} file
 * @param {Fault} fault
 * @param {{kept?: Map<string, Bytes>, shelf?: Shelf, twice?: boolean}} [settings] what the browser has already, and
 *   whether the fault is there the second time, too
 */
function begin(file, fault, { kept = new Map(), shelf, twice = true } = {}) {
  /** @type {Call[]} */
  const calls = [];
  /** @type {number[]} */
  const counts = [];
  Object.assign(globalThis, {
    fetch: async (/** @type {string} */ address, /** @type {RequestInit} */ init) => {
      const name = address.slice(FOLDER.length);
      const again = calls.some((call) => call.address === address);
      calls.push({ address, cache: init.cache, integrity: init.integrity });
      const { sent } = content(name);
      return name === file && (twice || !again) ? fault(sent) : new Response(sent);
    },
    caches: {
      match: async (/** @type {string} */ address) => {
        const copy = kept.get(address.slice(FOLDER.length));
        return copy && new Response(copy);
      },
    },
  });
  const downloads = new Downloads(FOLDER, FILES, shelf, (loaded) => counts.push(loaded));
  const asked = (/** @type {string} */ name) =>
    calls.filter(({ address }) => address === FOLDER + name).map(({ cache }) => cache);
  return { downloads, counts, asked, calls };
}

/**
 * @param {Downloads} downloads
 * @param {string} name
 */
async function expectWhole(downloads, name) {
  if (name.endsWith(".wasm")) {
    assert.ok((await downloads.program(name)) instanceof WebAssembly.Module, name);
  } else {
    assert.deepEqual(await downloads.bytes(name), content(name).whole, name);
  }
}

/** @param {number[]} counts */
function last(counts) {
  return Math.round(counts.at(-1) ?? 0);
}

test("the runtime has files of every kind", () => {
  const endings = new Set(NAMES.map((name) => name.slice(name.lastIndexOf("."))));
  for (const ending of [".wasm", ".gz", ".mjs", ".js", ".json", ".whl", ".zip"]) {
    assert.ok(endings.has(ending), ending);
  }
});

for (const file of NAMES) {
  for (const [name, { fault, times }] of Object.entries(FATAL)) {
    test(`${file} ${name}: refused, and asked for once more where a cache may be at fault`, async () => {
      const { downloads, counts, asked } = begin(file, fault);
      await assert.rejects(downloads.start());
      await assert.rejects(
        file.endsWith(".wasm") ? downloads.program(file) : downloads.bytes(file),
      );
      const others = NAMES.filter((other) => other !== file);
      for (const other of others) await expectWhole(downloads, other);

      assert.deepEqual(asked(file), ["default", "reload"].slice(0, times));
      for (const other of others) assert.deepEqual(asked(other), ["default"], other);
      assert.equal(last(counts), TOTAL - (FILES[file]?.packed ?? 0));
    });

    test(`${file} ${name} once: repaired, where a second request is made`, async () => {
      const { downloads, counts, asked } = begin(file, fault, { twice: false });
      if (times === 1) {
        await assert.rejects(downloads.start());
        return;
      }
      await downloads.start();
      for (const each of NAMES) await expectWhole(downloads, each);

      assert.deepEqual(asked(file), ["default", "reload"]);
      assert.equal(last(counts), TOTAL);
    });
  }

  for (const [name, fault] of Object.entries(HANGING)) {
    test(`${file} ${name}: the others come, and nothing is said of it`, async () => {
      const { downloads, counts, asked } = begin(file, fault);
      let settled = false;
      const over = () => {
        settled = true;
      };
      downloads.start().then(over, over);
      for (const other of NAMES) if (other !== file) await expectWhole(downloads, other);
      for (let turns = 0; turns < 20; turns += 1) await turn();

      assert.equal(settled, false);
      assert.deepEqual(asked(file), ["default"]);
      assert.ok(last(counts) < TOTAL);
    });
  }

  for (const [name, fault] of Object.entries(HARMLESS)) {
    test(`${file} ${name}: it comes, whole and counted`, async () => {
      const { downloads, counts, asked } = begin(file, fault);
      await downloads.start();
      for (const each of NAMES) await expectWhole(downloads, each);

      assert.deepEqual(asked(file), ["default"]);
      assert.equal(last(counts), TOTAL);
      assert.deepEqual(
        counts,
        counts.toSorted((one, other) => one - other),
      );
    });
  }

  test(`${file} kept: nobody is asked for it`, async () => {
    const { downloads, counts, asked } = begin(file, async (sent) => new Response(sent), {
      kept: new Map([[file, content(file).sent]]),
    });
    await downloads.start();
    await expectWhole(downloads, file);

    assert.deepEqual(asked(file), []);
    assert.equal(last(counts), TOTAL);
  });

  test(`${file} kept and damaged: the host is asked past all caches`, async () => {
    const { downloads, counts, asked } = begin(file, async (sent) => new Response(sent), {
      kept: new Map([[file, spoilt(content(file).sent)]]),
    });
    await downloads.start();
    await expectWhole(downloads, file);

    assert.deepEqual(asked(file), ["reload"]);
    assert.equal(last(counts), TOTAL);
  });
}

/** What comes from a host that takes the ending for a `Content-Encoding`: the browser has unpacked it. @type {Fault} */
async function unpacked(sent) {
  return new Response(unzipped(sent));
}

/** @param {Bytes} sent */
function unzipped(sent) {
  return Uint8Array.from(gunzipSync(sent));
}

for (const file of PACKED) {
  test(`${file} unpacked by the browser: it comes, whole and counted, and is put at hand`, async () => {
    const shelf = new Pile();
    const { downloads, counts, asked } = begin(file, unpacked, { shelf });
    await downloads.start();
    for (const each of NAMES) await expectWhole(downloads, each);
    await downloads.keep();

    assert.deepEqual(asked(file), ["default"]);
    assert.equal(last(counts), TOTAL);
    assert.deepEqual(shelf.pile.get(file), content(file).whole);
  });

  test(`${file} unpacked by the browser and kept so: nobody is asked for it`, async () => {
    const kept = new Map([[file, content(file).whole]]);
    const { downloads, counts, asked } = begin(file, unpacked, { kept });
    await downloads.start();
    await expectWhole(downloads, file);

    assert.deepEqual(asked(file), []);
    assert.equal(last(counts), TOTAL);
  });

  for (const name of ["truncated", "too long", "corrupted"]) {
    test(`${file} unpacked by the browser and ${name}: refused, and asked for once more`, async () => {
      const { fault } = FATAL[name] ?? assert.fail(name);
      const { downloads, counts, asked } = begin(file, (sent) => fault(unzipped(sent)));
      await assert.rejects(downloads.start());
      for (const other of NAMES) if (other !== file) await expectWhole(downloads, other);

      assert.deepEqual(asked(file), ["default", "reload"]);
      assert.equal(last(counts), TOTAL - (FILES[file]?.packed ?? 0));
    });
  }
}

test("where the browser offers no hashing, it checks by itself, and a file cut short is noticed", async () => {
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, "crypto", { configurable: true, value: {} });
  try {
    for (const file of NAMES) {
      const { downloads, calls } = begin(file, async (sent) => new Response(sent.slice(0, -16)));
      await assert.rejects(downloads.start());
      for (const other of NAMES) if (other !== file) await expectWhole(downloads, other);
      const own = calls.filter(({ address }) => address === FOLDER + file);
      const { integrity, unpacked } = FILES[file] ?? assert.fail(file);
      // The browser sees the bytes that it has unpacked, where the host says so: either will do.
      const either = unpacked ? `${integrity} ${unpacked.integrity}` : integrity;
      assert.deepEqual(own, [
        { address: FOLDER + file, cache: "default", integrity: either },
        { address: FOLDER + file, cache: "reload", integrity: either },
      ]);
    }
  } finally {
    Object.defineProperty(globalThis, "crypto", { configurable: true, value: crypto });
  }
});
