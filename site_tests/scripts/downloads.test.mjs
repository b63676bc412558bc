/**
 * Every file of the runtime with every fault: what `Downloads` makes of it. The pages are not here; what they make of
 * a download that fails is tested in browsers, with each file and each fault once.
 *
 * @module
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { FATAL, HANGING, HARMLESS, spoilt } from "./faults.mjs";
import { begin, content, expectWhole, FILES, FOLDER, last, NAMES, TOTAL } from "./runtime.mjs";

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
