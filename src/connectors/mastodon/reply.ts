import { z } from 'zod'
import { minute } from '#base/clock.ts'
import { htmlText } from '#base/html-text.ts'
import type {
  ActAsk,
  Acted,
  ConnectorContext,
  Failure,
  Found,
  PostRef,
  Rechecked,
  SendAsk,
  Sent,
  Words,
} from '#domain/connector.ts'
import { isFailure } from '#domain/connector.ts'
import { readOwnAccount } from './account.ts'
import {
  baseOf,
  type Credentials,
  change,
  compareIds,
  type Refusal,
  read,
  readAs,
  type Server,
  serverOf,
} from './call.ts'
import { handleOf, postOfStatus, readStatuses, type Status, statusRefSchema, statusSchema } from './status.ts'

/** Clocks of servers differ a little; nothing older than this before the first attempt can be ours. */
const skewMs = 2 * minute
const ownPagesMax = 5
const ownPageSize = 40

/** `Idempotency-Key` is kept for an hour by Mastodon and not at all by others: after a crash we look, we do not trust it. */
export async function send(context: ConnectorContext, ask: SendAsk<Credentials>): Promise<Sent | Failure> {
  const server = serverOf(ask.credentials)
  const parent = await parentOn(context, server, ask.post)
  if (isFailure(parent)) return parent
  const isDirect = ask.visibility === 'direct'
  if (isDirect && namesOthers(ask, parent.acct)) return { kind: 'refused', why: othersRead }
  const body = {
    status: textOf(ask, parent.acct),
    in_reply_to_id: parent.id,
    visibility: isDirect ? 'direct' : parent.visibility,
    ...(ask.lang && { language: ask.lang.split('-')[0] }),
  }
  const answer = await change(context, server, {
    method: 'POST',
    path: '/api/v1/statuses',
    headers: { 'idempotency-key': ask.key },
    body,
  })
  if (answer.kind !== 'answer') return answer
  // An answer without a status leaves it unknown, so this may throw.
  return { ...standing(statusSchema.parse(answer.data), server), kind: 'sent' }
}

/** Looks through what our account wrote since the first attempt for the same words under the same post. */
export async function find(context: ConnectorContext, ask: SendAsk<Credentials>): Promise<Found | Failure> {
  const server = serverOf(ask.credentials)
  const parent = await parentOn(context, server, ask.post)
  if (isFailure(parent)) return parent
  const own = await readOwnAccount(context, server)
  if (own.kind !== 'read') return own
  let before: string | undefined
  for (let page = 0; page < ownPagesMax; page++) {
    const query: [string, string][] = [
      ['limit', String(ownPageSize)],
      ['exclude_reblogs', 'true'],
    ]
    if (before) query.push(['max_id', before])
    const path = `/api/v1/accounts/${encodeURIComponent(own.value.id)}/statuses`
    const answer = await readAs(context, server, { path, query, schema: z.array(z.unknown()) })
    if (answer.kind !== 'read') return answer
    const { statuses } = readStatuses(answer.value)
    const recent = statuses.filter(({ created_at }) => created_at.getTime() >= ask.since.getTime() - skewMs)
    const visibility = ask.visibility === 'direct' ? 'direct' : parent.visibility
    const isAsAsked = (status: Status) => (status.visibility === 'direct') === (visibility === 'direct')
    for (const status of recent.filter((one) => one.in_reply_to_id === parent.id && isAsAsked(one))) {
      if (await saysTheSame(context, server, { status, text: textOf(ask, parent.acct) }))
        return { ...standing(status, server), kind: 'found' }
    }
    if (recent.length < statuses.length || answer.value.length < ownPageSize) return { kind: 'not-found' }
    before = statuses.map(({ id }) => id).toSorted(compareIds)[0]
  }
  // An account that writes this much is not to be guessed about.
  return {
    kind: 'retry',
    why: { en: 'The account wrote too much to look through.', nl: 'Het account schreef te veel om door te zoeken.' },
  }
}

export async function remove(context: ConnectorContext, ask: ActAsk<Credentials>): Promise<Acted | Failure> {
  const server = serverOf(ask.credentials)
  const status = await parentOn(context, server, ask.post)
  if (isFailure(status)) return status
  const answer = await change(context, server, {
    method: 'DELETE',
    path: `/api/v1/statuses/${encodeURIComponent(status.id)}`,
  })
  return answer.kind === 'answer' || isGone(answer) ? { kind: 'acted' } : answer
}

/** Two clicks are one favourite: the server keeps one an account. */
export async function like(context: ConnectorContext, ask: ActAsk<Credentials>): Promise<Acted | Failure> {
  const server = serverOf(ask.credentials)
  const status = await parentOn(context, server, ask.post)
  if (isFailure(status)) return status
  const answer = await change(context, server, {
    method: 'POST',
    path: `/api/v1/statuses/${encodeURIComponent(status.id)}/favourite`,
  })
  return answer.kind === 'answer' ? { kind: 'acted' } : answer
}

/** Asks the server where it was heard. */
export async function recheck(context: ConnectorContext, { post }: { post: PostRef }): Promise<Rechecked | Failure> {
  const ref = statusRefSchema.safeParse(post.ref).data
  if (!ref) return { kind: 'stands' }
  const answer = await read(
    context,
    { base: baseOf(ref.server) },
    { path: `/api/v1/statuses/${encodeURIComponent(ref.id)}` },
  )
  if (answer.kind === 'answer') return { kind: 'stands' }
  return isGone(answer) ? { kind: 'removed' } : answer
}

function isGone({ status }: Refusal): boolean {
  return status === 404 || status === 410
}

type Parent = { kind: 'parent'; id: string; visibility: string; acct: string }
const searchSchema = z.object({ statuses: z.array(z.unknown()) })

/** The post under the number it has on our account's server. One that came by another server is looked up by its name. */
async function parentOn(context: ConnectorContext, server: Server, post: PostRef): Promise<Parent | Failure> {
  const ref = statusRefSchema.safeParse(post.ref).data
  if (ref && baseOf(ref.server) === server.base)
    return { kind: 'parent', id: ref.id, visibility: visibilityOf(ref.visibility), acct: ref.acct }
  const query: [string, string][] = [
    ['q', post.nativeId],
    ['resolve', 'true'],
    ['type', 'statuses'],
    ['limit', '1'],
  ]
  const answer = await readAs(context, server, { path: '/api/v2/search', query, schema: searchSchema })
  if (answer.kind !== 'read') return answer
  const [status] = readStatuses(answer.value.statuses).statuses
  if (!status) return { kind: 'refused', why: unknownPost }
  return {
    kind: 'parent',
    id: status.id,
    visibility: visibilityOf(status.visibility),
    acct: handleOf(status.account.acct, server.base),
  }
}

const unknownPost: Words = {
  en: 'The server of your account cannot see this post. It may be deleted, or the two servers do not talk to each other.',
  nl: 'De server van je account ziet dit bericht niet. Misschien is het verwijderd, of praten de servers niet met elkaar.',
}

/** An answer is never seen by more people than what it answers. */
function visibilityOf(visibility: string): string {
  return ['public', 'unlisted', 'private', 'direct'].includes(visibility) ? visibility : 'direct'
}

/** Nobody is told of an answer that does not name them. */
function textOf(ask: SendAsk<Credentials>, acct: string): string {
  const isOwn = ask.account.handle.toLowerCase() === acct.toLowerCase()
  const [user = ''] = acct.split('@')
  const isNamed = new RegExp(`@${user.replace(/[^\w]/g, '\\$&')}(?:@|\\b)`, 'iu').test(ask.text)
  return isOwn || isNamed ? ask.text : `@${acct} ${ask.text}`
}

const name = /(?<![\w/@.])@(\w+)(?:@([\w.-]+))?/gu

/** Here a private post is read by everybody it names. */
function namesOthers(ask: SendAsk<Credentials>, acct: string): boolean {
  const [user = ''] = acct.toLowerCase().split('@')
  return [...ask.text.matchAll(name)].some(([, named = '']) => named.toLowerCase() !== user)
}

const othersRead: Words = {
  en: 'A private answer is read by everybody it names, and this one names somebody else too. Leave that name out.',
  nl: 'Een privé-antwoord wordt gelezen door iedereen die erin wordt genoemd, en hierin staat nog iemand. Laat die naam weg.',
}

function standing(status: Status, server: Server): Omit<Sent, 'kind'> {
  const { nativeId, url, ref } = postOfStatus(status, server.base)
  return { nativeId, url, ref }
}

const sourceSchema = z.object({ text: z.string() })

/** By the text as it was sent; where a server does not tell it, by what can be read of it. */
async function saysTheSame(
  context: ConnectorContext,
  server: Server,
  { status, text }: { status: Status; text: string },
): Promise<boolean> {
  const answer = await readAs(context, server, {
    path: `/api/v1/statuses/${encodeURIComponent(status.id)}/source`,
    schema: sourceSchema,
  })
  if (answer.kind === 'read') return plain(answer.value.text) === plain(text)
  return plain(htmlText(status.content, server.base).text) === plain(text)
}

/** Without white space, and with names in their short form: servers show `@jan@other.example` as `@jan`. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(@[\w.-]+)@[\w.-]+/g, '$1')
    .replace(/\s+/g, '')
}
