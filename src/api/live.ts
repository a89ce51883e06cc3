import { and, asc, desc, eq, gt } from 'drizzle-orm'
import pg from 'pg'
import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { events } from '#db/tables/team.ts'
import type { LiveEvent } from '#domain/event.ts'
import { presenceChannel, readPresenceNotice } from '#domain/presence.ts'
import { readNewestEvent } from '#team/read-newest-event.ts'

export type Subscription = { begun: Promise<void>; end: () => void }

/** Tells subscribers of a workspace what changed there, as it is committed. */
export type Live = {
  /** Calls back for every event once `begun` resolves: what was committed before that moment is for `since`. */
  subscribe(workspaceId: string, tell: (event: LiveEvent) => void): Subscription
  /** What was told after `lastId`, and some from shortly before it, oldest first; undefined when that is too much or too long ago to tell again. */
  since(workspaceId: string, lastId: number): Promise<LiveEvent[] | undefined>
  /** The number of the newest event there: whoever comes now counts from here. */
  newest(workspaceId: string): Promise<number>
  close(): Promise<void>
}

/**
 * Ids are given before the commit, so a lower id may appear after a higher one. Looking this far back each time, and
 * passing over what was told already, leaves none out.
 */
const lookBackIds = 200
const replayMax = 1_000
const reconnectMs = second

export function openLive(app: App, databaseUrl: string): Live {
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>()
  const told = new Map<string, { lastId: number; recent: Set<number>; begun: Promise<void> }>()
  let client: pg.Client | undefined
  let isClosed = false
  const pending = new Map<string, Promise<void>>()

  const read = (workspaceId: string, afterId: number, limit: number) =>
    app.db.inWorkspace(workspaceId, (tx) =>
      tx
        .select()
        .from(events)
        .where(and(eq(events.workspaceId, workspaceId), gt(events.id, afterId)))
        .orderBy(asc(events.id))
        .limit(limit),
    )

  const tellNew = async (workspaceId: string) => {
    const here = told.get(workspaceId)
    const all = listeners.get(workspaceId)
    if (!here || !all) return
    for (const row of await read(workspaceId, here.lastId - lookBackIds, replayMax)) {
      if (here.recent.has(row.id)) continue
      here.recent.add(row.id)
      here.lastId = Math.max(here.lastId, row.id)
      for (const tell of all) tell(eventOf(row))
    }
    for (const id of here.recent) if (id < here.lastId - 2 * lookBackIds) here.recent.delete(id)
  }

  /** One reading at a time for a workspace; a notice during it leads to one more. */
  const lookAt = (workspaceId: string) => {
    const running = pending.get(workspaceId) ?? Promise.resolve()
    const next = running
      .then(() => tellNew(workspaceId))
      .catch((error) => app.log.warn({ why: messageOf(error) }, 'live events could not be read'))
    pending.set(workspaceId, next)
    next.finally(() => pending.get(workspaceId) === next && pending.delete(workspaceId))
  }

  /** Who looks where is told as it comes and kept nowhere: it has no number, so a line that comes back does not ask for it. */
  const tellPresence = (payload: string) => {
    const notice = readPresenceNotice(payload)
    const all = notice && listeners.get(notice.workspaceId)
    if (!all) return
    const { conversationId, memberId } = notice
    const at = app.clock.now().toISOString()
    for (const tell of all)
      tell({ id: 0, kind: 'presence.changed', conversationId, subjectId: conversationId, by: memberId, at })
  }

  const connect = async () => {
    while (!isClosed) {
      try {
        client = new pg.Client({ connectionString: databaseUrl })
        const ended = new Promise<void>((resolve) => {
          client?.on('error', () => resolve())
          client?.on('end', () => resolve())
        })
        client.on('notification', ({ channel, payload = '' }) => {
          if (channel === presenceChannel) tellPresence(payload)
          else if (payload) lookAt(payload)
        })
        await client.connect()
        await client.query(`listen wederhoor; listen ${presenceChannel}`)
        for (const workspaceId of listeners.keys()) lookAt(workspaceId)
        await ended
      } catch (error) {
        app.log.warn({ why: messageOf(error) }, 'live events are interrupted; connecting again')
      }
      if (!isClosed) await app.clock.sleep(reconnectMs)
    }
  }
  connect()

  /**
   * Until it is known where we begin nothing counts as told, and whoever listens waits for it. What was committed behind the back of
   * that question is looked for once more.
   */
  const begin = (workspaceId: string) => {
    const begun = startAtNewest(app, workspaceId).then((start) => {
      if (told.get(workspaceId) !== here) return
      Object.assign(here, start)
      lookAt(workspaceId)
    })
    begun.catch(() => told.get(workspaceId) === here && told.delete(workspaceId))
    const here = { lastId: Number.MAX_SAFE_INTEGER, recent: new Set<number>(), begun }
    told.set(workspaceId, here)
    return here
  }

  return {
    subscribe(workspaceId, tell) {
      const all = listeners.get(workspaceId) ?? new Set()
      listeners.set(workspaceId, all.add(tell))
      const here = told.get(workspaceId) ?? begin(workspaceId)
      return {
        begun: here.begun,
        end: () => {
          all.delete(tell)
          if (all.size > 0) return
          listeners.delete(workspaceId)
          told.delete(workspaceId)
        },
      }
    },
    async since(workspaceId, lastId) {
      const rows = await read(workspaceId, lastId - lookBackIds, replayMax)
      return rows.length === replayMax ? undefined : rows.map(eventOf)
    },
    newest: (workspaceId) => readNewestEvent(app, workspaceId),
    async close() {
      isClosed = true
      await client?.end().catch(() => {})
    },
  }
}

async function startAtNewest(app: App, workspaceId: string): Promise<{ lastId: number; recent: Set<number> }> {
  const rows = await app.db.inWorkspace(workspaceId, (tx) =>
    tx
      .select({ id: events.id })
      .from(events)
      .where(eq(events.workspaceId, workspaceId))
      .orderBy(desc(events.id))
      .limit(lookBackIds),
  )
  return { lastId: rows[0]?.id ?? 0, recent: new Set(rows.map((row) => row.id)) }
}

function eventOf(row: typeof events.$inferSelect): LiveEvent {
  return {
    id: row.id,
    kind: row.kind,
    conversationId: row.conversationId,
    subjectId: row.subjectId,
    by: row.by,
    at: row.at.toISOString(),
  }
}
