import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { messageOf } from '#base/errors.ts'
import { type Engine, openEngine } from './open-engine.ts'
import { parseQuery } from './parse-query.ts'
import { printProblem } from './print-problem.ts'
import type { QueryProblem } from './query-problem.ts'
import { type LineId, readPostLine, readTopicLine } from './read-json-line.ts'
import { type Line, readLines } from './read-lines.ts'

export type MatchLinesInput = {
  /** The path of a file with a topic a line, or the lines themselves. */
  topics: string | readonly string[]
  /** A post a line. */
  input: AsyncIterable<Uint8Array | string>
  /** Gets one line a post, in the order of the posts: `{"id":…,"topics":[ids]}`. */
  output: Writable
  errors: Writable
  language?: 'en' | 'nl'
}

/** Warnings beyond these are counted, not shown. */
const warningsMax = 20

/** After so many posts the engine has learned enough to lay its topics out anew. */
const compactAfterPosts = [2_000, 50_000]
const compactTopicsMin = 100

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

type Topics = { engine: Engine; ids: LineId[] }

async function readTopics({ topics, errors, language = 'en' }: MatchLinesInput): Promise<Topics | undefined> {
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

async function matchPosts(io: MatchLinesInput, { engine, ids }: Topics, broken: AbortSignal): Promise<number> {
  let [posts, wrong] = [0, 0]
  for await (const lines of readLines(io.input)) {
    let written = ''
    for (const line of lines) {
      const read = readPostLine(line.text)
      if ('error' in read) {
        wrong++
        io.errors.write(`posts:${line.number}: ${read.error}\n`)
        written += `${JSON.stringify({ id: null, topics: [], error: read.error })}\n`
        continue
      }
      const found = engine.matchIds(read.post).map(Number)
      // The order of the topics' file, whatever order the index has now.
      found.sort((a, b) => a - b)
      written += `{"id":${read.id},"topics":[${found.map((topic) => ids[topic]).join()}]}\n`
      if (compactAfterPosts.includes(++posts) && engine.size >= compactTopicsMin) engine.compact()
    }
    if (broken.aborted) break
    if (!io.output.write(written)) await drained(io.output, broken)
  }
  if (!broken.aborted) return wrong === 0 ? 0 : 1
  // Whoever reads us has seen enough (`| head`), or their disk is full.
  if (isClosedPipe(broken.reason)) return 0
  io.errors.write(`${messageOf(broken.reason)}\n`)
  return 1
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
