import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { readSeeds, type Seed } from './read-seeds.ts'

const ofLanguage = z.looseObject({ lang: z.string() })

/** Lines of one language from a file of a user's own. @throws with the line that is none. */
export function readOwnSeeds(path: string, lang: string): Seed[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  // What is of another language becomes an empty line, so that a complaint names the right one.
  const mine = lines.map((line) => (isOf(line, lang) ? line : ''))
  return readSeeds(mine.join('\n'), path)
}

/** A line that cannot be read is everybody's, so that it is complained about. */
function isOf(line: string, lang: string): boolean {
  try {
    const read = ofLanguage.safeParse(JSON.parse(line))
    return !read.success || read.data.lang === lang
  } catch {
    return true
  }
}
