/**
 * Streams of bytes, read to their end.
 *
 * @module
 */

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream not every browser can loop over it
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
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {number} size how many bytes it will give: to know that before halves the time in Firefox
 * @returns {Promise<Uint8Array<ArrayBuffer>>} refused when there are fewer or more
 */
export async function collect(stream, size) {
  const bytes = new Uint8Array(size);
  let read = 0;
  for await (const chunk of chunks(stream)) {
    bytes.set(chunk, read);
    read += chunk.length;
  }
  if (read < size) throw new RangeError(`${read} bytes in place of ${size}`);
  return bytes;
}
