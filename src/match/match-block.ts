import type { Engine } from './open-engine.ts'
import type { PostInput } from './post-input.ts'
import { type LineId, readPostLine } from './read-json-line.ts'
import type { Line } from './read-lines.ts'
import type { Finder } from './shared-engine.ts'

export type Topics = { finder: Finder; ids: readonly LineId[] }

/** What some lines of posts became: the lines to write, and what was wrong with which of them. */
export type Matched = { written: string; wrongs: { line: number; error: string }[] }

/** After so many posts the engine has learned enough to lay its topics out anew. */
const compactAfterPosts = [2_000, 500_000]
const compactTopicsMin = 100

/** The engine as a finder that lays its topics out anew when it has learned enough. */
export function learningFinder(engine: Engine): Finder {
  let posts = 0
  return {
    find(post: PostInput) {
      if (compactAfterPosts.includes(posts++) && engine.size >= compactTopicsMin) engine.compact()
      return engine.find(post)
    },
    foundId: (i) => engine.foundId(i),
  }
}

/** Matches lines: `{"id":…,"topics":[ids]}` for each, in their order. */
export function blockMatcher({ finder, ids }: Topics): (lines: readonly Line[]) => Matched {
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
      const count = finder.find(read.post)
      written += count === 0 ? `{"id":${read.id},"topics":[]}\n` : lineOf(read.id, count)
    }
    return { written, wrongs }
  }

  /** The order of the topics' file, whatever order the index has now. */
  function lineOf(id: LineId, count: number): string {
    const found: number[] = []
    for (let i = 0; i < count; i++) found.push(Number(finder.foundId(i)))
    if (count > 1) found.sort((a, b) => a - b)
    return `{"id":${id},"topics":[${found.map((topic) => ids[topic]).join()}]}\n`
  }
}
