import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { messageOf } from '#base/errors.ts'
import { blockMatcher, learningFinder, type Matched } from './match-block.ts'
import { openThreads, type Threads } from './match-threads.ts'
import { type Engine, openEngine } from './open-engine.ts'
import { parseQuery } from './parse-query.ts'
import { printProblem } from './print-problem.ts'
import type { QueryProblem } from './query-problem.ts'
import { readBlocks } from './read-blocks.ts'
import { type LineId, readTopicLine } from './read-json-line.ts'
import { type Line, lineUnitsMax, readLines, splitLines } from './read-lines.ts'

export type MatchLinesInput = {
  /** The path of a file with a topic a line, or the lines themselves. */
  topics: string | readonly string[]
  /** A post a line. */
  input: AsyncIterable<Uint8Array | string>
  /** Gets one line a post, in the order of the posts: `{"id":…,"topics":[ids]}`. */
  output: Writable
  errors: Writable
  /** How many threads may match; one, this one, when not given. Short inputs need no other. */
  threads?: number
  language?: 'en' | 'nl'
}

/** Warnings beyond these are counted, not shown. */
const warningsMax = 20

/** Fewer bytes are matched before a thread has started. */
const threadsFromBytes = 4_000_000
/** Of UTF-8, three to a unit at most. */
const lineBytesMax = 3 * lineUnitsMax

/**
 * The filter behind `wederhoor match`. Returns the exit code: 0; 1 when a line of a post could not be read (it is reported,
 * and the others go on); 2 when a topic is wrong, before any post is read.
 */
export async function matchLines(io: MatchLinesInput): Promise<number> {
  const topics = await readTopics(io)
  if (!topics) {
    await flushed(io.errors)
    return 2
  }
  const broken = new AbortController()
  const onError = (cause: unknown): void => broken.abort(cause)
  io.output.on('error', onError)
  try {
    const code = await matchPosts(io, topics, broken.signal)
    await flushed(io.output)
    await flushed(io.errors)
    return code
  } finally {
    io.output.off('error', onError)
  }
}

type AllTopics = { engine: Engine; ids: readonly LineId[] }

async function readTopics({ topics, errors, language = 'en' }: MatchLinesInput): Promise<AllTopics | undefined> {
  const name = typeof topics === 'string' ? topics : 'topics'
  const engine = openEngine()
  const ids: LineId[] = []
  let [wrong, warned] = [0, 0]
  const report = (line: number, query: string, problem: QueryProblem): void => {
    errors.write(printProblem({ place: `${name}:${line}`, query, problem, language }))
  }
  const add = (line: Line): void => {
    const topic = readTopicLine(line.text)
    if ('error' in topic) {
      wrong++
      errors.write(`${name}:${line.number}: ${topic.error}\n`)
      return
    }
    const parsed = parseQuery(topic.query)
    if (!parsed.ok) {
      wrong++
      for (const problem of parsed.errors) report(line.number, topic.query, problem)
      return
    }
    for (const problem of parsed.warnings) if (warned++ < warningsMax) report(line.number, topic.query, problem)
    engine.add(String(ids.push(topic.id) - 1), parsed.tree)
  }
  try {
    for await (const lines of typeof topics === 'string' ? readLines(createReadStream(topics)) : [numbered(topics)]) {
      lines.forEach(add)
    }
  } catch (cause) {
    errors.write(`${name}: ${messageOf(cause)}\n`)
    return undefined
  }
  if (warned > warningsMax) errors.write(`${name}: ${warned - warningsMax} more warnings are not shown.\n`)
  return wrong === 0 ? { engine, ids } : undefined
}

function numbered(lines: readonly string[]): Line[] {
  return lines.map((text, i) => ({ number: i + 1, text })).filter(({ text }) => text.trim() !== '')
}

async function matchPosts(io: MatchLinesInput, topics: AllTopics, broken: AbortSignal): Promise<number> {
  let wrong = 0
  const write = async (written: string | Uint8Array, wrongs: Matched['wrongs']): Promise<void> => {
    wrong += wrongs.length
    for (const { line, error } of wrongs) io.errors.write(`posts:${line}: ${error}\n`)
    if (!broken.aborted && written.length > 0 && !io.output.write(written)) await drained(io.output, broken)
  }
  if ((io.threads ?? 1) > 1) await matchInThreads(io, { topics, write, broken })
  else {
    const match = blockMatcher({ finder: learningFinder(topics.engine), ids: topics.ids })
    for await (const lines of readLines(io.input)) {
      const { written, wrongs } = match(lines)
      await write(written, wrongs)
      if (broken.aborted) break
    }
  }
  if (!broken.aborted) return wrong === 0 ? 0 : 1
  // Whoever reads us has seen enough (`| head`), or their disk is full.
  if (isClosedPipe(broken.reason)) return 0
  io.errors.write(`${messageOf(broken.reason)}\n`)
  return 1
}

type Way = {
  topics: AllTopics
  write: (written: string | Uint8Array, wrongs: Matched['wrongs']) => Promise<void>
  broken: AbortSignal
}

/** A short input is done before threads are worth starting; of a long one its beginning is done by ourselves. */
async function matchInThreads({ input, threads: count = 1 }: MatchLinesInput, { topics, write, broken }: Way) {
  const match = blockMatcher({ finder: learningFinder(topics.engine), ids: topics.ids })
  let [bytesRead, linesRead] = [0, 0]
  let threads: Threads | undefined
  try {
    for await (const bytes of readBlocks(input, lineBytesMax)) {
      if (threads) await threads.take(bytes)
      else {
        bytesRead += bytes.length
        const { lines, lineCount } = splitLines(bytes, bytesRead === bytes.length)
        const before = linesRead
        linesRead += lineCount
        const { written, wrongs } = match(lines)
        await write(
          written,
          wrongs.map(({ line, error }) => ({ line: before + line, error })),
        )
        if (bytesRead < threadsFromBytes) continue
        const shared = { ids: topics.ids, shared: topics.engine.share() }
        threads = openThreads(shared, { count, linesBefore: linesRead, write: (one) => write(one.bytes, one.wrongs) })
      }
      if (broken.aborted) return
    }
    await threads?.finish()
  } finally {
    await threads?.close()
  }
}

/** Waits until the output takes more, or is broken. */
async function drained(output: Writable, broken: AbortSignal): Promise<void> {
  try {
    await once(output, 'drain', { signal: broken })
  } catch (cause) {
    if (!broken.aborted) throw cause
  }
}

/** Waits until all that was written has gone out, or never will. */
function flushed(output: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (output.destroyed) resolve()
    else output.write('', () => resolve())
  })
}

function isClosedPipe(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EPIPE'
}
