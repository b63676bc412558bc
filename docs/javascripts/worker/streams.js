/**
 * Streams of bytes, read to their end.
 *
 * @module
 */

/**
 * Loop over a stream.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream not every browser can do that by itself
 * @returns {AsyncGenerator<Uint8Array<ArrayBuffer>>}
 */
export async function* chunks(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {}); // It may have broken off by itself.
  }
}

/**
 * Read a stream whole.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {number} size how many bytes it will give: to know that in advance halves the time in Firefox
 * @returns {Promise<Uint8Array<ArrayBuffer>>} refused when there are fewer or more
 */
export async function collect(stream, size) {
  const bytes = new Uint8Array(size);
  let read = 0;
  for await (const chunk of chunks(stream)) {
    bytes.set(chunk, read);
    read += chunk.length;
  }
  if (read < size) throw new RangeError(`${read} bytes instead of ${size}`);
  return bytes;
}
