import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { AppError } from '#base/errors.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { openFollowed } from '#inbox/followed.ts'
import { takeIn } from '#inbox/take-in.ts'
import { advanceSource } from '#listen/advance-source.ts'
import { importSource } from '#listen/save-source.ts'
import type { Receive } from '#listen/take-heard.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import type { Command } from './command.ts'
import { withApp, workspaceNamed } from './with-app.ts'

const help = `wederhoor import [options] < posts.ndjson

Takes in posts that were kept elsewhere. They are matched with your topics, judged and threaded like any other;
what matches no topic is left out. The same file twice stores nothing twice.

  --workspace <name>   which workspace, where there are several
  --data <folder>      where everything is kept (WEDERHOOR_DATA)

One post a line:
  {"id":"17","text":"…","publishedAt":"2026-11-20T09:12:00Z","author":"marieke","network"?,"url"?,"title"?,"lang"?,"parentId"?,"rootId"?,"rating"?}

Examples
  wederhoor import < archive.ndjson
  wederhoor import --workspace "Zilvermeeuw Airlines" < archive.ndjson
`

const batchMax = 200

const lineSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  text: z.string(),
  publishedAt: z.coerce.date(),
  author: z.union([
    z.string().min(1),
    z.object({ nativeId: z.string().optional(), handle: z.string().optional(), name: z.string().optional() }),
  ]),
  network: z.string().min(1).max(64).default('import'),
  url: z.string().optional(),
  title: z.string().optional(),
  lang: z.string().optional(),
  parentId: z.string().optional(),
  rootId: z.string().optional(),
  rating: z.number().optional(),
})

export const importPosts: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { workspace: { type: 'string' }, data: { type: 'string' } },
    })
    return withApp(values.data, async (app) => {
      const workspaceId = await workspaceNamed(app, values.workspace)
      const source = await importSource({ app, workspaceId, actor: { kind: 'system', part: 'command-line' } })
      const receive = takeIn(app, {
        engine: openTopicEngine(app),
        followed: openFollowed(app),
        onOwnPost: async () => {},
        onTheirs: async () => undefined,
      })
      const counts = { read: 0, kept: 0, bad: 0 }
      let batch: Post[] = []
      const flush = async () => {
        counts.kept += await keep(receive, source, batch)
        batch = []
        if (process.stderr.isTTY) process.stderr.write(`\r${counts.read} read, ${counts.kept} kept`)
      }
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim() === '') continue
        counts.read += 1
        const post = readLine(line, counts.read)
        if (typeof post === 'string') {
          counts.bad += 1
          process.stderr.write(`${post}\n`)
        } else batch.push(post)
        if (batch.length >= batchMax) await flush()
      }
      await flush()
      process.stderr.write(`\r${counts.read} read, ${counts.kept} kept, ${counts.bad} not understood.\n`)
      return counts.bad > 0 ? 1 : 0
    })
  },
}

async function keep(
  receive: Receive,
  source: Parameters<Receive>[0]['source'],
  batch: readonly Post[],
): Promise<number> {
  if (batch.length === 0) return 0
  let stored = 0
  await receive({
    source,
    items: batch.map((post) => ({ kind: 'post', post })),
    advance: async (tx, kept) => {
      stored = kept
      await advanceSource(tx, source, { way: 'poll', cursor: null, heard: batch.length, kept })
    },
  })
  return stored
}

/** The post of a line, or why it is none. */
function readLine(line: string, number: number): Post | string {
  try {
    const { id, author, ...rest } = lineSchema.parse(JSON.parse(line))
    const who = typeof author === 'string' ? { handle: author } : author
    const nativeId = who.nativeId ?? who.handle ?? who.name ?? 'unknown'
    return postSchema.parse({
      ...rest,
      nativeId: id,
      kind: rest.rating === undefined ? 'post' : 'review',
      author: { nativeId, handle: who.handle ?? '', name: who.name ?? who.handle ?? nativeId },
    })
  } catch (error) {
    if (error instanceof z.ZodError) {
      const issue = error.issues[0]
      return `line ${number}: ${issue?.path.join('.') || 'the post'}: ${issue?.message}`
    }
    if (error instanceof SyntaxError) return `line ${number}: this is not JSON`
    throw new AppError('bad_input', `line ${number} cannot be read`, { cause: error })
  }
}
