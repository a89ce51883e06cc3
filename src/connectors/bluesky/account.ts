import { z } from 'zod'
import type {
  AccountAsk,
  Connected,
  ConnectorContext,
  Failure,
  Heard,
  HeardItem,
  Unreadable,
  Words,
} from '#domain/connector.ts'
import { unreadableAnswer } from './failure.ts'
import { partsOfUri, postFromRecord } from './post-from-record.ts'
import { authorFromProfile } from './public-view.ts'
import { type Credentials, call, forgetSession } from './session.ts'

const pageSize = 100
/** Notifications read in one go. More than this since the last time is a storm, and a gap that is told. */
const pagesMax = 20
/** An account that is connected today should not bring the questions of last year. */
const firstTimeMs = 3 * 24 * 60 * 60_000
const reasons = ['mention', 'reply', 'quote']
const tooMany: Words = {
  en: 'more notifications than can be read in one go',
  nl: 'meer meldingen dan in één keer te lezen zijn',
}

const profileSchema = z.object({
  avatar: z
    .url({ protocol: /^https?$/ })
    .optional()
    .catch(undefined),
  displayName: z.string().catch(''),
})

/** Signs in anew, so that a changed password is really tried, and reads the profile. */
export async function connect(context: ConnectorContext, credentials: Credentials): Promise<Connected | Failure> {
  forgetSession(credentials)
  const me = await call(context, credentials, { name: 'com.atproto.server.getSession' })
  if (me.kind === 'none') return me.failure
  const { did } = me
  // The profile comes from the appview by way of the account's own server: nice to have, not needed to speak.
  const profile = await call(context, credentials, { name: 'app.bsky.actor.getProfile', params: { actor: did } })
  const { displayName, avatar } = profileSchema
    .catch({ displayName: '' })
    .parse(profile.kind === 'answer' ? profile.data : {})
  const { handle } = z
    .object({ handle: z.string().min(1) })
    .catch({ handle: me.handle })
    .parse(me.data)
  const url = `https://bsky.app/profile/${did}`
  return { kind: 'connected', account: { nativeId: did, handle, name: displayName || handle, avatarUrl: avatar, url } }
}

const notificationSchema = z.object({
  uri: z.string(),
  cid: z.string(),
  author: z.unknown().optional(),
  reason: z.string(),
  record: z.unknown().optional(),
  indexedAt: z.iso.datetime({ offset: true }),
})
type Notification = z.infer<typeof notificationSchema>
const pageSchema = z.object({ notifications: z.array(z.unknown()), cursor: z.string().optional() })

/** The newest moment taken, and what was taken of it: two notifications can share one. */
const cursorSchema = z.object({ indexedAt: z.string(), uris: z.array(z.string()) })

/** Mentions of, replies to and quotes of the account since the last time, the oldest first. */
export async function notifications(context: ConnectorContext, ask: AccountAsk<Credentials>): Promise<Heard | Failure> {
  const cursor = cursorSchema.safeParse(ask.cursor).data
  const sinceMs = cursor ? Date.parse(cursor.indexedAt) : context.now().getTime() - firstTimeMs
  const fresh: Notification[] = []
  let oldestMs = Number.POSITIVE_INFINITY
  let next: string | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    const read = await readPage(context, ask.credentials, next)
    if ('failure' in read) return read.failure
    for (const each of read.notifications) oldestMs = Math.min(oldestMs, Date.parse(each.indexedAt))
    fresh.push(
      ...read.notifications.filter((each) => Date.parse(each.indexedAt) >= sinceMs && !cursor?.uris.includes(each.uri)),
    )
    next = read.cursor
    if (!next || oldestMs < sinceMs) break
  }
  const isCut = next !== undefined && oldestMs >= sinceMs
  return {
    kind: 'heard',
    ...postsOf(fresh.reverse()),
    cursor: cursorAfter(fresh, cursor) ?? ask.cursor,
    more: false,
    ...(isCut && {
      gap: { from: new Date(sinceMs), to: new Date(oldestMs), why: tooMany },
    }),
  }
}

async function readPage(
  context: ConnectorContext,
  credentials: Credentials,
  cursor: string | undefined,
): Promise<{ notifications: Notification[]; cursor: string | undefined } | { failure: Failure }> {
  const params = { limit: String(pageSize), reasons, ...(cursor && { cursor }) }
  const answer = await call(context, credentials, { name: 'app.bsky.notification.listNotifications', params })
  if (answer.kind === 'none') return { failure: answer.failure }
  const page = pageSchema.safeParse(answer.data)
  if (!page.success) return { failure: unreadableAnswer }
  const read = page.data.notifications.flatMap((each) => notificationSchema.safeParse(each).data ?? [])
  // An older server does not know the filter and tells of likes and follows as well.
  return { notifications: read.filter(({ reason }) => reasons.includes(reason)), cursor: page.data.cursor }
}

function postsOf(fresh: readonly Notification[]): Pick<Heard, 'items' | 'unreadable'> {
  const items: HeardItem[] = []
  const unreadable: Unreadable[] = []
  for (const { uri, cid, author, record, indexedAt } of fresh) {
    const parts = partsOfUri(uri)
    if (!parts) continue
    const post = postFromRecord({
      ...parts,
      cid,
      record,
      seenAt: new Date(indexedAt),
      author: authorFromProfile(author),
    })
    if ('why' in post) unreadable.push({ why: post.why, sample: uri })
    else items.push({ kind: 'post', post })
  }
  return { items, ...(unreadable.length > 0 && { unreadable }) }
}

function cursorAfter(
  fresh: readonly Notification[],
  before: z.infer<typeof cursorSchema> | undefined,
): z.infer<typeof cursorSchema> | undefined {
  const indexedAt = fresh.at(-1)?.indexedAt
  if (!indexedAt) return before
  const uris = fresh.filter((each) => each.indexedAt === indexedAt).map(({ uri }) => uri)
  return { indexedAt, uris: before?.indexedAt === indexedAt ? [...before.uris, ...uris] : uris }
}
