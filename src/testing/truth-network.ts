import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { type Connector, type ConnectorContext, defineConnector, type Heard } from '#domain/connector.ts'
import type { PostInput } from '#domain/post.ts'
import type { Random } from './seeded-random.ts'

/** Posts a page of the poll, and how far each page reaches back into what the last one told. */
const pageMax = 40
const overlap = 15

export type TruthNetwork = {
  url: string
  /** Everything that was ever said, in the order in which the network tells it. */
  said: readonly { id: string; thread: string }[]
  /** Says so many posts more; one in five repeats or comes out of its order. */
  say(count: number): void
  close(): Promise<void>
}

type Line = { id: string; thread: string; author: string; text: string; at: string }

/**
 * A network on loopback that keeps the truth: its timeline is a row of posts, asked by place. `share` of them are told a
 * second time, and as many before the ones they came after.
 */
export async function openTruthNetwork({ random, share }: { random: Random; share: number }): Promise<TruthNetwork> {
  const said: { id: string; thread: string }[] = []
  const told: Line[] = []
  const server = createServer((request, response) => answer(told, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    said,
    say(count) {
      for (let index = 0; index < count; index += 1) {
        const id = `post-${said.length + 1}`
        const thread = said.length > 0 && random.chance(0.5) ? random.pick(said).thread : id
        said.push({ id, thread })
        const line = {
          id,
          thread,
          author: `author-${random.below(50)}`,
          text: `zilvermeeuw ${id}`,
          at: new Date().toISOString(),
        }
        // Out of order: it slips in before the one told last. Nobody who asks has passed that place yet, for a page looks back.
        if (random.chance(share) && told.length > 0) told.splice(told.length - 1, 0, line)
        else told.push(line)
        if (random.chance(share)) told.push(random.pick(told))
      }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(told: readonly Line[], request: IncomingMessage, response: ServerResponse): void {
  const asked = new URL(request.url ?? '/', 'http://localhost').searchParams
  const from = Math.max(0, Number(asked.get('from') ?? 0))
  const lines = told.slice(from, from + Number(asked.get('most') ?? pageMax))
  response
    .writeHead(200, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ lines, next: from + lines.length, total: told.length }))
}

const pageSchema = z.object({
  lines: z.array(
    z.object({ id: z.string(), thread: z.string(), author: z.string(), text: z.string(), at: z.string() }),
  ),
  next: z.number(),
  total: z.number(),
})
const cursorSchema = z.number().catch(0)

/** Its connector: a slow poll, page by page, and beside it a stream of small batches over the same timeline. */
export function truthConnector(url: string): Connector {
  const read = async (context: ConnectorContext, from: number, most: number) => {
    const response = await context.fetch(`${url}/?from=${from}&most=${most}`, { signal: context.signal })
    return pageSchema.parse(await response.json())
  }
  const heard = ({ lines, next, total }: z.infer<typeof pageSchema>): Heard => ({
    kind: 'heard',
    items: lines.map((line) => ({ kind: 'post', post: postOf(line) })),
    cursor: next,
    more: next < total,
  })
  return defineConnector<unknown, unknown>({
    id: 'truth',
    name: 'Truth',
    about: { en: 'A network for tests.', nl: 'Een netwerk voor tests.' },
    settings: z.object({}),
    everyMs: 10_000,
    async poll(context, { cursor }) {
      const from = Math.max(0, cursorSchema.parse(cursor) - overlap)
      return heard(await read(context, from, pageMax))
    },
    async *stream(context, { cursor }) {
      let from = Math.max(0, cursorSchema.parse(cursor) - overlap)
      while (!context.signal.aborted) {
        const page = await read(context, from, pageMax / 4)
        from = page.next
        if (page.lines.length > 0) yield heard(page)
        else await context.sleep(2_000)
      }
    },
    trySource: async () => ({ kind: 'tried', found: [], says: { en: 'It answers.', nl: 'Het antwoordt.' } }),
  })
}

function postOf({ id, thread, author, text, at }: Line): PostInput {
  return {
    network: 'truth',
    nativeId: id,
    kind: id === thread ? 'post' : 'reply',
    author: { nativeId: author, handle: author, name: author },
    text,
    publishedAt: new Date(at),
    ...(id === thread ? {} : { parentId: thread, rootId: thread }),
  }
}
