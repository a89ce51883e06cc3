import type { z } from 'zod'
import type { Post, PostInput } from './post.ts'
import type { NetworkRules } from './promotion/community.ts'
import type { Visibility } from './reply.ts'
import type { TextLimit } from './text-length.ts'

/**
 * One network, in one file. An absent method means "cannot": the screen draws its buttons and forms from what is here,
 * and nobody asks a connector for its name to decide what it can do.
 */
export type Connector<Settings = unknown, Credentials = unknown> = {
  /** Lower-case, stable for ever: it is the `network` of every post heard here. */
  id: string
  name: string
  /** One sentence for the sources screen. */
  about: Words
  /** How a source is described. The form is drawn from it; `.meta({ label, help, example })` on each field. */
  settings: z.ZodType<Settings>
  /** How an account is connected; absent where one cannot speak here. Secret fields carry `.meta({ secret: true })`. */
  credentials?: z.ZodType<Credentials>
  /** The settings with which a new workspace starts to listen at once, without any account; absent when there are none. */
  firstSource?: (topicTerms: readonly string[]) => Settings | undefined

  /** One page at a time, from the cursor on. The runner repeats while `more`, and waits `everyMs` otherwise. */
  poll?: (context: ConnectorContext, ask: PollAsk<Settings, Credentials>) => Promise<Heard | Failure>
  /** How often to poll when there is no stream or none of it answers. */
  everyMs?: number
  /**
   * The fast path. Ends by returning after a `Failure`, or when `context.signal` aborts. A batch without items says that the
   * line is open and well; without one now and then, a silent network cannot be told from a deaf ear.
   */
  stream?: (context: ConnectorContext, ask: PollAsk<Settings, Credentials>) => AsyncIterable<Heard | Failure>
  /**
   * Looks back at what was said before we listened, the newest first, one page at a time. The caller repeats while `more`, at its
   * own pace, and sorts out itself what the query does not match: a network searches by words only.
   */
  search?: (context: ConnectorContext, ask: SearchAsk<Settings, Credentials>) => Promise<Searched | Failure>
  /**
   * Completes what the stream leaves out about authors (handle, name, picture). The runner calls it for the posts it keeps,
   * never for all it hears. The same posts come back in the same order; an author who cannot be found stays as he was.
   * A failure here is no reason to lose a post: keep it as it is.
   */
  fillAuthors?: (
    context: ConnectorContext,
    ask: { settings: Settings; posts: readonly Post[] },
  ) => Promise<Filled | Failure>
  /** Looks once, changes nothing: what would be heard, in plain words. Called before a source is saved. */
  trySource: (context: ConnectorContext, ask: PollAsk<Settings, Credentials>) => Promise<Tried | Failure>
  /** What people would call a source with these settings, where the network's own name does not say enough. */
  sourceName?: (settings: Settings) => string

  /** Checks credentials once and says as whom they speak. */
  connect?: (context: ConnectorContext, credentials: Credentials) => Promise<Connected | Failure>
  /** What was addressed to our account: mentions, replies, comments. Polled beside the sources. */
  notifications?: (context: ConnectorContext, ask: AccountAsk<Credentials>) => Promise<Heard | Failure>
  limits?: TextLimit
  reply?: ReplyMethods<Credentials>
  like?: (context: ConnectorContext, ask: ActAsk<Credentials>) => Promise<Acted | Failure>
  /** The stream tells of every deletion: what was heard by it need not be asked for again. */
  tellsDeletions?: boolean
  /** In which place of the network this stands (a forum, a site, a server), where its people are a community of their own. */
  community?: (post: {
    url: string | null
    handle: string
    ref: unknown
  }) => { place: string; name: string } | undefined
  /** What the network itself says of promotion, and what a link costs there. */
  promotion?: NetworkRules
  /** Is it still there? For what no stream tells the deletion of. */
  recheck?: (context: ConnectorContext, ask: { settings?: Settings; post: PostRef }) => Promise<Rechecked | Failure>
}

export type ReplyMethods<Credentials> = {
  /**
   * What helps after a crash. `key`: the network itself refuses or overwrites the same `key` (class A); `read-back`: our own
   * text can be found under the parent (class B); `blind`: only a person can know (class C).
   */
  recovery: 'key' | 'read-back' | 'blind'
  /**
   * Can also answer so that only whoever it is for reads it. Without it nothing private is ever handed to `send`; with it, `send` and `find` keep to
   * `visibility`: what is private never goes out in public, and a public post of the same words is not it.
   */
  canDirect?: true
  /** After this long an accepted reply is surely visible to `find`. */
  visibleWithinMs: number
  /**
   * A `Failure` says for certain that nothing was posted. What leaves that open (a 5xx, a line that broke after the
   * request left, an answer that cannot be read) is thrown, and the outbox looks with `find` before it does anything.
   */
  send: (context: ConnectorContext, ask: SendAsk<Credentials>) => Promise<Sent | Failure>
  /** Looks for our own reply under the post. It must not change anything. Without it a person is asked after a crash. */
  find?: (context: ConnectorContext, ask: SendAsk<Credentials>) => Promise<Found | Failure>
  remove?: (context: ConnectorContext, ask: ActAsk<Credentials>) => Promise<Acted | Failure>
}

/** The only way out of the house. Nothing in a connector may reach the network by another door. */
export type ConnectorContext = {
  /** Guarded: no inside address, capped size and time. It rejects with `FetchFailed`; it never follows into a private network. */
  fetch: typeof globalThis.fetch
  openSocket: (url: string, options?: { protocols?: string[]; headers?: Record<string, string> }) => WebSocket
  now: () => Date
  /** Resolves early when the signal aborts. */
  sleep: (delayMs: number) => Promise<void>
  signal: AbortSignal
}

export type PollAsk<Settings, Credentials> = {
  settings: Settings
  /** As this connector returned it last, or undefined the first time. */
  cursor: unknown
  /** The account the source listens with, where it has one. */
  credentials?: Credentials
  /** What topics look for, for networks that can filter at their side. Empty: everything. */
  terms: readonly string[]
}
export type SearchAsk<Settings, Credentials> = {
  settings: Settings
  /** Of an account of the workspace on this network, where there is one: some networks search for their members only. */
  credentials?: Credentials
  /** Whoever says one of these is looked for. Never empty. */
  terms: readonly string[]
  /** Nothing older is wanted. */
  since: Date
  /** As the page before returned it; undefined for the first. */
  cursor: unknown
}
export type AccountAsk<Credentials> = { credentials: Credentials; account: AccountRef; cursor: unknown }
export type ActAsk<Credentials> = { credentials: Credentials; account: AccountRef; post: PostRef }
export type SendAsk<Credentials> = ActAsk<Credentials> & {
  text: string
  lang: string | undefined
  visibility: Visibility
  /** The same for every attempt at this reply, other for every other reply. UUID version 7. */
  key: string
  /** When the first attempt was made: nothing older can be ours. */
  since: Date
}
export type PostRef = Pick<Post, 'nativeId' | 'rootId' | 'parentId' | 'url' | 'ref'>
export type AccountRef = { nativeId: string; handle: string }

/** One change of the outer world. An edit carries the whole new post. */
export type HeardItem =
  | { kind: 'post'; post: PostInput }
  | { kind: 'edit'; post: PostInput }
  | { kind: 'delete'; nativeId: string }
  /** The account of this author was deleted or taken down, and everything they wrote with it. */
  | { kind: 'author-gone'; nativeId: string }

export type Heard = {
  kind: 'heard'
  items: readonly HeardItem[]
  /** Where to go on. An empty page returns the cursor it was given, or one further on; never one further back. */
  cursor: unknown
  more: boolean
  /** The network asked for another pace (Retry-After, TTL, backoff). */
  nextInMs?: number
  /** Posts between these moments were not heard and cannot be fetched from here. */
  gap?: { from: Date; to: Date; why: Words }
  /** Items that could not be read: set apart with the reason, the rest goes on. */
  unreadable?: readonly Unreadable[]
  /** A hub (WebSub) that tells of news under this topic, where the network named one. The runner decides whether to ask it. */
  hub?: { hub: string; topic: string }
}
export type Searched = {
  kind: 'searched'
  posts: readonly PostInput[]
  /** Where to go on; plain JSON, kept over a restart. */
  cursor: unknown
  more: boolean
  /** The network asked for another pace. */
  nextInMs?: number
  /** What such a search cannot find here, in words that follow the name of the network. */
  leavesOut?: Words
  unreadable?: readonly Unreadable[]
}
export type Unreadable = { why: Words; sample: string }
export type Filled = { kind: 'filled'; posts: readonly Post[] }
/** `name` is what the place calls itself, where it does. */
export type Tried = { kind: 'tried'; found: readonly PostInput[]; says: Words; name?: string }
export type Connected = {
  kind: 'connected'
  account: AccountRef & { name: string; avatarUrl?: string; url?: string; limits?: TextLimit }
}
export type Sent = { kind: 'sent'; nativeId: string; url?: string; ref?: unknown }
export type Found = { kind: 'found'; nativeId: string; url?: string; ref?: unknown } | { kind: 'not-found' }
export type Acted = { kind: 'acted' }
export type Rechecked = { kind: 'stands' } | { kind: 'removed' }

/** All that can go wrong with a network, as values. A thrown error or a time-out of `send` counts as "unknown". */
export type Failure =
  | { kind: 'wait'; until: Date; why: Words } // 429, Retry-After, maintenance
  | { kind: 'retry'; why: Words } // 5xx, a broken line: nothing was changed over there
  | { kind: 'reconnect'; why: Words } // 401, revoked: a person must connect the account again
  | { kind: 'refused'; why: Words } // 400, 403, 404, 410, 422: trying again will not help

/** A sentence in both languages of the house. */
export type Words = { en: string; nl: string }

export function defineConnector<Settings, Credentials>(
  connector: Connector<Settings, Credentials>,
): Connector<Settings, Credentials> {
  return connector
}

export function isFailure(outcome: { kind: string }): outcome is Failure {
  return (
    outcome.kind === 'wait' || outcome.kind === 'retry' || outcome.kind === 'reconnect' || outcome.kind === 'refused'
  )
}
