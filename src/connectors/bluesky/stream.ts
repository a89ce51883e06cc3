import { z } from 'zod'
import { FetchFailed } from '#base/fetch-failed.ts'
import {
  type ConnectorContext,
  type Failure,
  type Heard,
  type HeardItem,
  isFailure,
  type Unreadable,
  type Words,
} from '#domain/connector.ts'
import type { PostInput } from '#domain/post.ts'
import { type Commit, isV2, readFrame, subscribeUrl } from './jetstream-frame.ts'
import { type Line, openLine } from './line.ts'
import { postCollection, postFromRecord } from './post-from-record.ts'

const batchMax = 500
const unreadableMax = 20
const tickMs = 15_000
/** Silence of this many ticks means a dead line: the whole network is never quiet for a minute, a small one may be for ten. */
const quietTicksMax = { busy: 4, small: 40 }
const busyFrom = 1_000
/** Another server has another clock: a little is heard twice rather than lost. */
const rewindUs = 2_000_000
const skewUs = 10_000_000
/** What every Jetstream keeps at least. The servers of version 1 skip what they no longer have without a word. */
const keptMs = 24 * 60 * 60_000
const gapMs = 60_000

const cursorSchema = z.object({ timeUs: z.int().nonnegative(), endpoint: z.string() })
type StreamCursor = z.infer<typeof cursorSchema>
export type StreamSettings = { endpoints: readonly string[]; languages: readonly string[] }
type Ask = { settings: StreamSettings; cursor: unknown }

/** Everything said on Bluesky, in batches. It ends with a failure when the line breaks; the next call goes on from the cursor. */
export async function* streamPosts(context: ConnectorContext, ask: Ask): AsyncGenerator<Heard | Failure> {
  let cursor = cursorSchema.safeParse(ask.cursor).data
  while (!context.signal.aborted) {
    const opened = await openAny(context, { endpoints: ask.settings.endpoints, cursor })
    if (context.signal.aborted) return
    if (isFailure(opened)) {
      yield opened
      return
    }
    const { line, endpoint } = opened
    const from = cursor
    // Until the server has told its own time: ours may be ahead of it, and a little heard twice is better than lost.
    cursor ??= { timeUs: context.now().getTime() * 1_000 - skewUs, endpoint }
    // The line is open: whoever looks at the source may know it, also while nobody says anything.
    yield { kind: 'heard', items: [], cursor, more: false }
    try {
      for await (const heard of readLine(context, { line, endpoint, from, cursor, settings: ask.settings })) {
        if (isFailure(heard)) {
          yield heard
          return
        }
        cursor = heard.cursor as StreamCursor
        yield heard
      }
    } finally {
      line.close()
    }
    // Too much at once, or silence: we ended it ourselves, and the next line goes on where this one was cut.
    if (line.end() === 'closed') {
      yield broken(endpoint)
      return
    }
  }
}

type Opened = { kind: 'opened'; line: Line; endpoint: string }

/** Tries each server once, from another one every time, so that neither our load nor our luck hangs on the first of the list. */
export async function openAny(
  context: ConnectorContext,
  { endpoints, cursor }: { endpoints: readonly string[]; cursor: StreamCursor | undefined },
): Promise<Opened | Failure> {
  const start = Math.floor(context.now().getTime() / 1_000) % Math.max(1, endpoints.length)
  let refusal: Failure | undefined
  for (const endpoint of [...endpoints.slice(start), ...endpoints.slice(0, start)]) {
    const cursorUs = cursor && (cursor.endpoint === endpoint ? cursor.timeUs : Math.max(0, cursor.timeUs - rewindUs))
    const url = subscribeUrl({ endpoint, collection: postCollection, cursorUs })
    try {
      const line = await openLine(context, { url, tickMs, ...(isV2(url) && { protocols: ['xrpc.v1.json'] }) })
      if (line) return { kind: 'opened', line, endpoint }
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error
      refusal = { kind: 'refused', why: error.words }
    }
    if (context.signal.aborted) break
  }
  return refusal ?? unreachable
}

type Reading = {
  line: Line
  endpoint: string
  from: StreamCursor | undefined
  cursor: StreamCursor
  settings: StreamSettings
}

async function* readLine(context: ConnectorContext, reading: Reading): AsyncGenerator<Heard | Failure> {
  const { line, endpoint, settings, from } = reading
  let timeUs = from?.timeUs
  let framesHeard = 0
  let quietTicks = 0
  const gaps = openGapWatch(context, from)
  for (let frames = await line.take(batchMax); frames; frames = await line.take(batchMax)) {
    quietTicks = frames.length > 0 ? 0 : quietTicks + 1
    framesHeard += frames.length
    if (quietTicks > (framesHeard >= busyFrom ? quietTicksMax.busy : quietTicksMax.small)) line.giveUp()
    const batch = readBatch(frames, settings.languages)
    const gap = gaps.look(batch)
    if (batch.lastUs !== undefined) timeUs = Math.max(timeUs ?? 0, batch.lastUs)
    yield {
      kind: 'heard',
      items: batch.items,
      cursor: { timeUs: timeUs ?? reading.cursor.timeUs, endpoint } satisfies StreamCursor,
      more: false,
      ...(gap && { gap }),
      ...(batch.unreadable.length > 0 && { unreadable: batch.unreadable }),
    }
    if (batch.error) {
      yield {
        kind: 'retry',
        why: { en: `Jetstream ended the line: ${batch.error}.`, nl: `Jetstream verbrak de lijn: ${batch.error}.` },
      }
      return
    }
  }
}

type Batch = {
  items: HeardItem[]
  unreadable: Unreadable[]
  firstUs: number | undefined
  lastUs: number | undefined
  isOutdated: boolean
  error: string | undefined
}

export function readBatch(frames: readonly string[], languages: readonly string[]): Batch {
  const batch: Batch = {
    items: [],
    unreadable: [],
    firstUs: undefined,
    lastUs: undefined,
    isOutdated: false,
    error: undefined,
  }
  for (const text of frames) {
    const frame = readFrame(text)
    if (!frame) {
      setApart(batch, noFrame, text)
      continue
    }
    if (frame.kind === 'info') batch.isOutdated ||= frame.name === 'OutdatedCursor'
    else if (frame.kind === 'error') batch.error = frame.name
    else {
      batch.firstUs ??= frame.timeUs
      batch.lastUs = Math.max(batch.lastUs ?? 0, frame.timeUs)
      if (frame.kind === 'commit' && frame.commit.collection === postCollection) addCommit(batch, frame, languages)
      if (frame.kind === 'account' && frame.isGone) batch.items.push({ kind: 'author-gone', nativeId: frame.did })
    }
  }
  return batch
}

function addCommit(
  batch: Batch,
  { commit, timeUs }: { commit: Commit; timeUs: number },
  languages: readonly string[],
): void {
  const { did, rkey, cid, record, operation } = commit
  if (operation === 'delete') {
    batch.items.push({ kind: 'delete', nativeId: `at://${did}/${postCollection}/${rkey}` })
    return
  }
  const post = postFromRecord({ did, rkey, cid: cid ?? '', record, seenAt: new Date(Math.floor(timeUs / 1_000)) })
  if ('why' in post) setApart(batch, post.why, JSON.stringify(record) ?? '')
  else if (speaks(post, record, languages)) batch.items.push({ kind: operation === 'create' ? 'post' : 'edit', post })
}

/** A post without a language of its own may be in any, and is kept. */
export function speaks(post: PostInput, record: unknown, languages: readonly string[]): boolean {
  if (languages.length === 0 || post.lang === undefined) return true
  const { langs } = record as { langs: unknown[] }
  return langs.some((lang) => typeof lang === 'string' && languages.includes(lang.toLowerCase().split('-')[0] ?? ''))
}

function setApart(batch: Batch, why: Words, sample: string): void {
  if (batch.unreadable.length < unreadableMax) batch.unreadable.push({ why, sample: sample.slice(0, 200) })
}

const noFrame: Words = { en: 'not a Jetstream message', nl: 'geen bericht van Jetstream' }
const notKept: Words = {
  en: 'the server no longer keeps what was said then',
  nl: 'de server bewaart niet meer wat er toen gezegd is',
}

type GapWatch = { look: (batch: Batch) => Heard['gap'] }

/**
 * Sees whether a server could go on from our cursor. Version 2 says so. Version 1 starts silently at its oldest event: there a
 * cursor older than every server keeps, followed by a first event much later, is a gap.
 */
function openGapWatch(context: ConnectorContext, from: StreamCursor | undefined): GapWatch {
  let isOpen = from !== undefined
  let isSaid = false
  const isOld = from !== undefined && context.now().getTime() - from.timeUs / 1_000 > keptMs
  return {
    look: (batch) => {
      isSaid ||= batch.isOutdated
      if (!isOpen || !from || batch.firstUs === undefined) return undefined
      isOpen = false
      const isLate = isOld && batch.firstUs - from.timeUs > gapMs * 1_000
      if (!isSaid && !isLate) return undefined
      return {
        from: moment(from.timeUs),
        to: moment(batch.firstUs),
        why: notKept,
      }
    },
  }
}

function moment(timeUs: number): Date {
  return new Date(Math.floor(timeUs / 1_000))
}

function broken(endpoint: string): Failure {
  const { host } = new URL(endpoint)
  return { kind: 'retry', why: { en: `The line to ${host} broke.`, nl: `De lijn naar ${host} brak.` } }
}

const unreachable: Failure = {
  kind: 'retry',
  why: {
    en: 'None of the Jetstream servers can be reached. Is the internet connection up?',
    nl: 'Geen van de Jetstream-servers is bereikbaar. Werkt de internetverbinding?',
  },
}
