/**
 * Packed files from a host that takes their ending for a `Content-Encoding`: what comes is what the browser unpacked.
 *
 * @module
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { Shelf } from "../../docs/javascripts/worker/shelf.js";
import { FATAL } from "./faults.mjs";
import { begin, content, expectWhole, FILES, FOLDER, last, NAMES, TOTAL } from "./runtime.mjs";

/** @import {Bytes, Fault} from "./faults.mjs" */

const PACKED = NAMES.filter((name) => FILES[name]?.unpacked);

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

test("the runtime has such a file", () => {
  assert.notEqual(PACKED.length, 0);
});

/** @type {Fault} */
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
