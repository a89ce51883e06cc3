import type { Engine } from './open-engine.ts'
import { type LineId, readPostLine } from './read-json-line.ts'
import type { Line } from './read-lines.ts'

export type Topics = { engine: Engine; ids: readonly LineId[] }

/** What some lines of posts became: the lines to write, and what was wrong with which of them. */
export type Matched = { written: string; wrongs: { line: number; error: string }[] }

/** After so many posts the engine has learned enough to lay its topics out anew. */
const compactAfterPosts = [2_000, 500_000]
const compactTopicsMin = 100

/** Matches lines with one engine, which learns from them: `{"id":…,"topics":[ids]}` for each, in their order. */
export function blockMatcher({ engine, ids }: Topics): (lines: readonly Line[]) => Matched {
  let posts = 0
  return (lines) => {
    const wrongs: Matched['wrongs'] = []
    let written = ''
    for (const line of lines) {
      const read = readPostLine(line.text)
      if ('error' in read) {
        wrongs.push({ line: line.number, error: read.error })
        written += `${JSON.stringify({ id: null, topics: [], error: read.error })}\n`
        continue
      }
      const count = engine.find(read.post)
      written += count === 0 ? `{"id":${read.id},"topics":[]}\n` : lineOf(read.id, count)
      if (compactAfterPosts.includes(++posts) && engine.size >= compactTopicsMin) engine.compact()
    }
    return { written, wrongs }
  }

  /** The order of the topics' file, whatever order the index has now. */
  function lineOf(id: LineId, count: number): string {
    const found: number[] = []
    for (let i = 0; i < count; i++) found.push(Number(engine.foundId(i)))
    if (count > 1) found.sort((a, b) => a - b)
    return `{"id":${id},"topics":[${found.map((topic) => ids[topic]).join()}]}\n`
  }
}
