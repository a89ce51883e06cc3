// A reporter beside the usual one: which files a run waited for. A suite that has become too long shows where.
const shown = 12
const notableMs = 30_000

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* slowFiles(events) {
  const files = []
  // Without a file it is the summary of all.
  for await (const { type, data } of events)
    if (type === 'test:summary' && data.file) files.push({ file: data.file, ms: data.duration_ms })
  const slowest = files.filter(({ ms }) => ms >= notableMs).sort((one, other) => other.ms - one.ms)
  if (slowest.length === 0) return
  yield 'What took longest:\n'
  for (const { file, ms } of slowest.slice(0, shown))
    yield `  ${String(Math.round(ms / 1000)).padStart(5)} s  ${file}\n`
}
