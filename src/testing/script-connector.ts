import { z } from 'zod'
import { type Connector, defineConnector, type Failure, type Heard, type HeardItem } from '#domain/connector.ts'
import type { PostInput } from '#domain/post.ts'

/** A network that says what a test tells it to, page by page. */
export type ScriptedNetwork = {
  connector: Connector
  /** The next answers to a poll; after the last one, empty pages. */
  pages: (readonly HeardItem[] | Failure)[]
  asked: { cursor: unknown; terms: readonly string[] }[]
}

export function scriptedNetwork(id = 'forum'): ScriptedNetwork {
  const network: ScriptedNetwork = {
    pages: [],
    asked: [],
    // The settings are of no account here: shared code holds every connector as one of unknown settings.
    connector: defineConnector<unknown, unknown>({
      id,
      name: id,
      about: { en: 'A forum for tests.', nl: 'Een forum voor tests.' },
      settings: z.object({ place: z.string().default('') }),
      everyMs: 60_000,
      async poll(_context, ask): Promise<Heard | Failure> {
        network.asked.push({ cursor: ask.cursor, terms: ask.terms })
        const page = network.pages.shift() ?? []
        if ('kind' in page) return page
        const cursor = ((ask.cursor as number | undefined) ?? 0) + page.length
        return {
          kind: 'heard',
          items: page,
          cursor,
          more: network.pages.length > 0 && !('kind' in (network.pages[0] ?? [])),
        }
      },
      trySource: async () => ({ kind: 'tried', found: [], says: { en: 'It answers.', nl: 'Het antwoordt.' } }),
    }),
  }
  return network
}

let counter = 0

/** A believable post; what matters to the test is given. */
export function testPost(given: Partial<PostInput> & { text: string }): PostInput {
  counter += 1
  return {
    network: 'forum',
    nativeId: `post-${counter}`,
    kind: 'post',
    url: `https://forum.example/${counter}`,
    author: { nativeId: `author-${counter}`, handle: `author${counter}`, name: `Author ${counter}` },
    publishedAt: new Date('2026-11-23T08:59:00Z'),
    ...given,
  }
}
