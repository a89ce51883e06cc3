/** Text as it comes about, as bytes. Read only as fast as somebody takes it; who stops taking ends it. */
export function bytesOf(lines: AsyncIterable<string> | Iterable<string>): ReadableStream<Uint8Array> {
  const chunks = inChunks(lines)
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (into) => {
      const { done, value } = await chunks.next()
      if (done) into.close()
      else into.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await chunks.return(undefined)),
  })
}

/** So much is written at once: a line is too little to be worth a way to the network. */
const chunkMin = 32_768

async function* inChunks(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let chunk = ''
  for await (const line of lines) {
    chunk += line
    if (chunk.length < chunkMin) continue
    yield chunk
    chunk = ''
  }
  if (chunk) yield chunk
}
