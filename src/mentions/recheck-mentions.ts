import { eq, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { day, hour, second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { mentions } from '#db/tables/mentions.ts'
import type { Connector, Failure, PostRef, Rechecked } from '#domain/connector.ts'
import type { SourceRow } from '#listen/source-row.ts'
import { change } from '#team/change.ts'
import { blankDeleted, type TouchedMention } from './follow-network.ts'

/** Deletions are followed within a day; the rest of the day is room for a network that lets us wait. */
const everyMs = 20 * hour
const afterTroubleMs = hour
/** What is done and older than this is not asked for any more. */
const watchedDays = 30
const runEveryMs = 30 * second
/** Of one network in one run, one after the other with a pause: 57,600 a day, and no flood after an outage. */
const askedMax = 20
const pauseMs = second / 2
const callMsMax = 15 * second

type Due = {
  id: string
  workspaceId: string
  nativeId: string
  rootId: string | null
  parentId: string | null
  url: string | null
  ref: unknown
  settings: unknown
}
/** Until when each network asked to be left alone. */
type Closed = Map<string, Date>
/** Whoever keeps words of a mention besides the mention itself lets them go in the same transaction. */
export type OnBlanked = (tx: Tx, gone: readonly TouchedMention[]) => Promise<void>
type Rechecking = { closed: Closed; signal: AbortSignal; onBlanked: OnBlanked }

/** When a mention that is heard now is first asked for again; null where the network tells of deletions, or cannot be asked. */
export function firstRecheckAt(
  connector: Connector | undefined,
  { source, heardAt }: { source: Pick<SourceRow, 'listensTo'>; heardAt: Date },
): Date | null {
  const isTold = connector?.tellsDeletions && source.listensTo === 'settings'
  return connector?.recheck && !isTold ? new Date(heardAt.getTime() + everyMs) : null
}

/** Asks the networks whether what we keep still stands, a few at a time, until the signal aborts. */
export async function runRechecks(
  app: App,
  { signal, onBlanked }: { signal: AbortSignal; onBlanked: OnBlanked },
): Promise<void> {
  const closed: Closed = new Map()
  while (!signal.aborted) {
    await recheckDue(app, { closed, signal, onBlanked })
    await app.clock.sleep(runEveryMs, signal)
  }
}

/** One run over all networks at once: one that hangs or fails takes nothing from the others. */
export async function recheckDue(app: App, input: Rechecking): Promise<void> {
  const asked = [...app.connectors.values()].filter((connector) => connector.recheck)
  const outcomes = await Promise.allSettled(asked.map((connector) => recheckNetwork(app, { ...input, connector })))
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') app.log.error({ err: outcome.reason }, 'a recheck broke; trying again')
  }
}

type Run = Rechecking & { connector: Connector }

async function recheckNetwork(app: App, { closed, signal, connector, onBlanked }: Run): Promise<void> {
  const closedUntil = closed.get(connector.id)
  if (closedUntil && closedUntil > app.clock.now()) return
  for (const due of await takeDue(app, connector.id)) {
    if (signal.aborted) return
    const outcome = await ask(app, { connector, due, signal })
    if (outcome.kind === 'wait') {
      closed.set(connector.id, outcome.until)
      return
    }
    await follow(app, { due, outcome, network: connector.id, onBlanked })
    await app.clock.sleep(pauseMs, signal)
  }
}

/**
 * What is due, claimed for an hour: another process asks for others, and what a crash or a Retry-After leaves unasked comes
 * back by itself. What is old and done is dropped from the rounds.
 */
async function takeDue(app: App, network: string): Promise<Due[]> {
  const now = app.clock.now()
  const [at, claimedUntil, youngFrom] = [now, later(now, afterTroubleMs), later(now, -watchedDays * day)].map(
    (moment) => moment.toISOString(),
  )
  const { rows } = await app.db.asSystem((tx) =>
    tx.execute<Due & { isWatched: boolean }>(sql`
      with due as materialized (
        select m.id, c.state <> 'done' or m.heard_at > ${youngFrom}::timestamptz as watched, s.settings
          from mentions m join conversations c on c.id = m.conversation_id left join sources s on s.id = m.source_id
         where m.network = ${network} and m.recheck_at <= ${at}::timestamptz and m.deleted_at is null
         order by m.recheck_at limit ${askedMax} for update of m skip locked
      )
      update mentions m set recheck_at = case when due.watched then ${claimedUntil}::timestamptz end
        from due where m.id = due.id
      returning m.id, m.workspace_id as "workspaceId", m.native_id as "nativeId", m.root_id as "rootId",
        m.parent_id as "parentId", m.url, m.ref, due.settings, due.watched as "isWatched"`),
  )
  return rows.filter((row) => row.isWatched)
}

async function ask(
  app: App,
  { connector, due, signal }: { connector: Connector; due: Due; signal: AbortSignal },
): Promise<Rechecked | Failure> {
  const { nativeId, rootId, parentId, url, settings } = due
  const ref = (due.ref ?? undefined) as PostRef['ref']
  const post = { nativeId, rootId: rootId ?? undefined, parentId: parentId ?? undefined, url: url ?? undefined, ref }
  const context = app.connectorContext(AbortSignal.any([signal, AbortSignal.timeout(callMsMax)]), due.workspaceId)
  try {
    const given = settings === null ? { post } : { post, settings }
    return (await connector.recheck?.(context, given)) ?? { kind: 'stands' }
  } catch (error) {
    return { kind: 'retry', why: { en: messageOf(error), nl: messageOf(error) } }
  }
}

/** Only a network that says "removed" removes; trouble is asked about again in an hour, a refusal tomorrow. */
async function follow(
  app: App,
  input: { due: Due; outcome: Rechecked | Failure; network: string; onBlanked: OnBlanked },
): Promise<void> {
  const { due, outcome, network, onBlanked } = input
  const { id, workspaceId, nativeId } = due
  const at = app.clock.now()
  if (outcome.kind !== 'removed') {
    const recheckAt = later(at, outcome.kind === 'retry' ? afterTroubleMs : everyMs)
    await app.db.asSystem((tx) => tx.update(mentions).set({ recheckAt }).where(eq(mentions.id, id)))
    return
  }
  await change({ app, workspaceId, actor: { kind: 'system', part: 'listen' } }, 'mention.hear', async (tx) => {
    const blanked = await blankDeleted(tx, { workspaceId, network, nativeIds: [nativeId], at })
    await onBlanked(tx, blanked)
    const [gone] = blanked
    return {
      result: undefined,
      subject: { kind: 'mention', id },
      conversationId: gone?.conversationId,
      details: { stored: 0, changed: 1 },
      isSilent: gone === undefined,
      events: [{ kind: 'mention.changed' }],
    }
  })
}

function later(moment: Date, byMs: number): Date {
  return new Date(moment.getTime() + byMs)
}
