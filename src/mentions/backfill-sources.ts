import { type App, connectorsIn } from '#app.ts'
import { backOffMs } from '#base/back-off.ts'
import { minute, second } from '#base/clock.ts'
import type { Words } from '#domain/connector.ts'
import type { Post } from '#domain/post.ts'
import { type Past, searchSource } from '#listen/search-source.ts'
import type { Receive } from '#listen/take-heard.ts'
import { type BackfillPage, type PageDone, takePages, writePage } from './backfill-pages.ts'
import type { TopicEngine } from './topic-engine.ts'

/** One network is asked for one page at a time, over all searches, and then left alone for a while. */
const pauseMs = 2 * second
/** Of one source for one search: more than that is no past but a flood, and nobody reads it. */
const pagesMax = 50
const foundMax = 1_000
const triesMax = 6

/** Until when each network is left alone. */
export type Closed = Map<string, Date>
type Searching = { engine: TopicEngine; receive: Receive; signal: AbortSignal; closed: Closed }

/**
 * Asks every network that is due for one page of one search. What it shows goes the way of all that is heard; what the search does not
 * match is never kept.
 * @returns whether there was anything to do
 */
export async function backfillSources(app: App, searching: Searching): Promise<boolean> {
  const now = app.clock.now()
  const shut = [...searching.closed].filter(([, until]) => until > now).map(([network]) => network)
  const pages = await takePages(app, { shut })
  const asked = await Promise.allSettled(pages.map((page) => askForPage(app, page, searching)))
  for (const one of asked) {
    if (one.status === 'rejected') app.log.error({ err: one.reason }, 'a look back broke; it goes on in a minute')
  }
  return pages.length > 0
}

async function askForPage(app: App, page: BackfillPage, searching: Searching): Promise<void> {
  const { source, row, run, terms } = page
  const { closed, signal } = searching
  const connector = connectorsIn(app, source.workspaceId).get(source.connector)
  if (!connector) return finish(app, page, { why: null })
  const outcome = await searchSource(app, { source, connector, terms, since: run.since, cursor: row.cursor, signal })
  if (signal.aborted) return
  const nowMs = app.clock.now().getTime()
  closed.set(source.connector, new Date(nowMs + pauseMs))
  switch (outcome.kind) {
    case 'searched':
      return takePage(app, { page, found: outcome, name: connector.name, ...searching })
    case 'wait':
      closed.set(source.connector, outcome.until)
      return write(app, page, { nextAt: outcome.until, why: outcome.why })
    case 'retry': {
      const failuresInRow = row.failuresInRow + 1
      if (failuresInRow >= triesMax) return finish(app, page, { state: 'cannot', why: outcome.why })
      const delayMs = backOffMs({ failuresInRow, firstMs: 5 * second, mostMs: 5 * minute })
      return write(app, page, { nextAt: new Date(nowMs + delayMs), why: outcome.why, failuresInRow })
    }
    case 'reconnect':
    case 'refused':
      return finish(app, page, { state: 'cannot', why: outcome.why })
  }
}

type Taking = Pick<Searching, 'engine' | 'receive'> & { page: BackfillPage; found: Past; name: string }

async function takePage(app: App, { page, found, name, engine, receive }: Taking): Promise<void> {
  const { source, run, row } = page
  // Another process may have made the search a moment ago.
  if (row.pages === 0) engine.forget(source.workspaceId)
  await engine.ready(source.workspaceId)
  const wanted = found.posts.filter((post) => isWanted(post, { page, engine }))
  const oldestMs = Math.min(...found.posts.map(({ publishedAt }) => publishedAt.getTime()))
  const done = (kept: number): PageDone => ({
    ...goingOn(app, { page, found, name, kept }),
    cursor: found.cursor,
    kept,
    backTo: found.posts.length > 0 ? new Date(oldestMs) : null,
    failuresInRow: 0,
  })
  let isWritten = false
  const items = wanted.map((post) => ({ kind: 'post' as const, post }))
  if (items.length > 0)
    await receive({
      source,
      items,
      lookedBackAt: run.askedAt,
      advance: async (tx, kept) => {
        await writePage(tx, page, done(kept))
        isWritten = true
      },
    })
  if (!isWritten) await write(app, page, done(0))
}

/** What is said from now on is heard anyway; of the rest only what this very search finds. */
function isWanted(post: Post, { page, engine }: { page: BackfillPage; engine: TopicEngine }): boolean {
  const { run, source } = page
  if (post.publishedAt < run.since || post.publishedAt >= run.askedAt) return false
  return engine.match(source.workspaceId, post).some(({ id }) => id === run.topicId)
}

type Outcome = { page: BackfillPage; found: Past; name: string; kept: number }

/** Whether there is another page to ask for and when, or why not. */
function goingOn(app: App, { page, found, name, kept }: Outcome): Pick<PageDone, 'state' | 'why' | 'nextAt'> {
  const { row } = page
  const now = app.clock.now()
  const { leavesOut = null } = found
  const isFull = row.pages + 1 >= pagesMax || row.found + kept >= foundMax
  if (found.more && !isFull)
    return { state: 'running', why: leavesOut, nextAt: new Date(now.getTime() + (found.nextInMs ?? pauseMs)) }
  return { state: 'done', why: found.more ? tooMuch(name) : leavesOut, nextAt: now }
}

function tooMuch(name: string): Words {
  return {
    en: `${name} has more than is taken over at once.`,
    nl: `${name} heeft meer dan in één keer wordt overgenomen.`,
  }
}

function finish(app: App, page: BackfillPage, done: { state?: 'cannot'; why: Words | null }): Promise<void> {
  return write(app, page, { state: 'done', nextAt: app.clock.now(), ...done })
}

function write(app: App, page: BackfillPage, done: PageDone): Promise<void> {
  return app.db.inWorkspace(page.source.workspaceId, (tx) => writePage(tx, page, done))
}
