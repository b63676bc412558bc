/**
 * What a line gives in place of a file: nothing, something else, a part of it, or the same in another way.
 *
 * @module
 */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {(bytes: Bytes) => Promise<Response>} Fault what the line gives in place of a file */

/** The faults, whether a download fails by them, and how often the file is asked for. @type {Record<string, {fault: Fault, times: number}>} */
export const FATAL = {
  blocked: { fault: () => Promise.reject(new TypeError("Failed to fetch")), times: 1 },
  lost: { fault: async () => new Response("<h1>Not found</h1>", { status: 404 }), times: 1 },
  garbled: { fault: async () => new Response("nothing of the kind"), times: 2 },
  truncated: { fault: async (sent) => new Response(sent.slice(0, -16)), times: 2 },
  "too long": { fault: async (sent) => new Response(Uint8Array.from([...sent, 0])), times: 2 },
  empty: { fault: async () => new Response(new Uint8Array()), times: 2 },
  corrupted: { fault: async (sent) => new Response(spoilt(sent)), times: 2 },
  "broken off": { fault: async (sent) => new Response(beginning(sent, "error")), times: 1 },
};
/** @type {Record<string, Fault>} */
export const HANGING = {
  hanging: () => new Promise(() => {}),
  "hanging half way": async (sent) => new Response(beginning(sent, "wait")),
};
/** @type {Record<string, Fault>} */
export const HARMLESS = {
  none: async (sent) => new Response(sent),
  "wrong type": async (sent) => new Response(sent, { headers: { "content-type": "text/plain" } }),
  "in small pieces": async (sent) => new Response(pieces(sent)),
};

/** @param {Bytes} sent */
export function spoilt(sent) {
  const copy = sent.slice();
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1;
  return copy;
}

/**
 * @param {Bytes} sent
 * @param {"error" | "wait"} end how it goes on after half of it
 */
function beginning(sent, end) {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(sent.slice(0, sent.length >> 1));
      if (end === "error") controller.error(new TypeError("network error"));
      return new Promise(() => {});
    },
  });
}

/** @param {Bytes} sent */
function pieces(sent) {
  let place = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(sent.slice(place, place + 7));
      place += 7;
      if (place >= sent.length) controller.close();
    },
  });
}
