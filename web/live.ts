import { useEffect, useSyncExternalStore } from 'react'
import type { Session } from '#api/contract/shapes.ts'
import { type EventKind, eventKinds, type LiveEvent } from '#domain/event.ts'
import { type QuestionName, queries } from './api.ts'
import { offlineNow } from './offline/door.ts'
import { inPlace } from './place.ts'

/** `open`: events arrive. `waking`: not yet, or again. `lost`: nothing for a while, so what you see may be old. */
export type LiveState = 'open' | 'waking' | 'lost'

const lostAfterMs = 3_000
const reopenAfterMs = 2_000
/** The server says something every ten seconds. A line that is silent this long is dead, whatever the browser believes. */
const silentMostMs = 35_000
const watchEveryMs = 5_000
/** Events of one moment are answered by one round of questions. */
const gatherMs = 120

/** What each event makes stale. A conversation's own answer is only asked again when it is the one that changed. */
const stale: Record<EventKind, readonly QuestionName[]> = {
  'conversation.opened': ['GET /api/conversations', 'GET /api/views'],
  'conversation.changed': [
    'GET /api/incidents/{id}/messages',
    'GET /api/incidents/{id}/timeline',
    'GET /api/conversations',
    'GET /api/conversations/{id}',
    'GET /api/conversations/{id}/pile',
    'GET /api/conversations/{id}/advice',
    'GET /api/conversations/{id}/approval',
    'GET /api/views',
  ],
  'mention.heard': [
    'GET /api/incidents/{id}/messages',
    'GET /api/incidents/{id}/timeline',
    'GET /api/conversations',
    'GET /api/conversations/{id}',
    'GET /api/views',
    'GET /api/topics',
    'GET /api/people/{id}',
  ],
  'sending.changed': [
    'GET /api/incidents/{id}',
    'GET /api/incidents/{id}/timeline',
    'GET /api/stops',
    'GET /api/conversations',
    'GET /api/conversations/{id}',
  ],
  'mention.changed': [
    'GET /api/conversations',
    'GET /api/conversations/{id}',
    'GET /api/conversations/{id}/advice',
    'GET /api/learned',
  ],
  'reply.changed': [
    'GET /api/incidents/{id}/messages',
    'GET /api/incidents/{id}/timeline',
    'GET /api/conversations',
    'GET /api/conversations/{id}',
    'GET /api/conversations/{id}/pile',
    'GET /api/scheduled',
    'GET /api/views',
  ],
  'person.changed': [
    'GET /api/people/{id}',
    'GET /api/people/{id}/conversations',
    'GET /api/conversations',
    'GET /api/conversations/{id}',
  ],
  'words.changed': ['GET /api/own-words'],
  'note.written': ['GET /api/conversations/{id}', 'GET /api/people/{id}'],
  'draft.changed': ['GET /api/conversations/{id}'],
  'source.changed': ['GET /api/sources'],
  'topic.changed': ['GET /api/topics', 'GET /api/topics/dearest', 'GET /api/sets'],
  'backfill.changed': ['GET /api/topics'],
  'account.changed': ['GET /api/accounts', 'GET /api/sources', 'GET /api/conversations/{id}'],
  'team.changed': [
    'GET /api/adviser',
    'GET /api/assist',
    'GET /api/members',
    'GET /api/departments',
    'GET /api/session',
    'GET /api/views',
  ],
  'presence.changed': ['GET /api/presence'],
  'learned.changed': ['GET /api/learned'],
  'view.changed': ['GET /api/saved-views', 'GET /api/saved-views/counts'],
  'routing.changed': ['GET /api/routing'],
  'policy.changed': ['GET /api/policy', 'GET /api/conversations/{id}/advice'],
  'snippet.changed': ['GET /api/snippets', 'GET /api/snippets/{id}/versions', 'GET /api/conversations/{id}/snippets'],
  'knowledge.changed': ['GET /api/knowledge', 'GET /api/conversations/{id}/snippets'],
  'approval.changed': [
    'GET /api/approvals',
    'GET /api/approvals/versions',
    'GET /api/conversations/{id}/approval',
    'GET /api/conversations',
    'GET /api/conversations/{id}',
    'GET /api/views',
  ],
  'rumour.changed': ['GET /api/rumours', 'GET /api/rumours/{id}', 'GET /api/conversations/{id}/rumours'],
  'incident.changed': [
    'GET /api/incidents',
    'GET /api/incidents/{id}',
    'GET /api/incidents/{id}/messages',
    'GET /api/incidents/{id}/timeline',
    'GET /api/conversations/{id}/incidents',
    'GET /api/playbooks',
  ],
  'report.changed': [
    'GET /api/annotations',
    'GET /api/saved-reports',
    'GET /api/saved-reports/{id}',
    'GET /api/saved-reports/{id}/shares',
  ],
  'alert.changed': [
    'GET /api/alerts',
    'GET /api/alerts/{id}',
    'GET /api/alert-settings',
    'GET /api/expected-peaks',
    'GET /api/incidents/{id}/timeline',
  ],
  'notice.given': ['GET /api/notices'],
}

let state: LiveState = 'waking'
let source: EventSource | undefined
let lostTimer: ReturnType<typeof setTimeout> | undefined
let watchTimer: ReturnType<typeof setInterval> | undefined
let signAt = 0
let watchedFrom = 0
/** The last event that was told: a line that comes back says so, and is told what it missed. */
let lastId = 0
/** A line that comes back is told some events again; here are those that need no second hearing. */
const heardIds = new Set<number>()
const heardIdsMax = 1_000
/** What was told before this page came is in its answers already. */
let floorId = 0
let isCatchingUp = true
let openers = 0
const stateListeners = new Set<(now: LiveState, before: LiveState) => void>()
const eventListeners = new Set<(event: LiveEvent) => void>()
const waiting = new Map<string, LiveEvent>()

/** Keeps the line to the server open while the screen that calls it stands. */
export function useLive() {
  useEffect(() => {
    openers += 1
    if (openers === 1) open()
    return () => {
      openers -= 1
      if (openers === 0) close()
    }
  }, [])
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(whenLiveChanges, liveStateNow)
}

export function liveStateNow(): LiveState {
  return state
}

/** When the server last said anything; 0 when it never did. */
export function lastSignAt(): number {
  return signAt
}

export function whenLiveChanges(listener: (now: LiveState, before: LiveState) => void) {
  stateListeners.add(listener)
  return () => {
    stateListeners.delete(listener)
  }
}

/** Until the line opens the next time. */
export function lineOpens(): Promise<void> {
  return new Promise((resolve) => {
    const stop = whenLiveChanges((now) => {
      if (now !== 'open') return
      stop()
      resolve()
    })
  })
}

/** Hears every event as it comes: for "4 new" and for announcements. Answers refresh by themselves. */
export function useLiveEvent(hear: (event: LiveEvent) => void) {
  useEffect(() => {
    eventListeners.add(hear)
    return () => {
      eventListeners.delete(hear)
    }
  }, [hear])
}

/** While held, events do not refresh lists of conversations: the list may not move under the reader's hand. */
let listIsHeld = false
export function holdList(isHeld: boolean) {
  listIsHeld = isHeld
}

function open() {
  lastId ||= eventIdOfSession()
  source = new EventSource(inPlace(lastId > 0 ? `/api/live?after=${lastId}` : '/api/live'))
  watchedFrom = Date.now()
  isCatchingUp = true
  clearInterval(watchTimer)
  watchTimer = setInterval(watch, watchEveryMs)
  source.onopen = sign
  source.onerror = () => {
    isCatchingUp = true
    become(state === 'lost' ? 'lost' : 'waking')
    // The browser reconnects by itself, with the last event it heard, except after an answer that is not a stream.
    if (source?.readyState === EventSource.CLOSED) setTimeout(reopen, reopenAfterMs)
  }
  for (const kind of eventKinds)
    source.addEventListener(kind, (message) => heard(JSON.parse(message.data) as LiveEvent))
  source.addEventListener('ping', sign)
  source.addEventListener('reset', () => void queries.invalidateQueries())
  // Whatever was missed has been told by now, so that nothing is asked twice.
  source.addEventListener('hello', ({ lastEventId }) => {
    lastId = Math.max(lastId, Number(lastEventId) || 0)
    floorId ||= lastId
    isCatchingUp = false
    sign()
    // With what works offline there is more to do first: it asks anew when that is done.
    if (state === 'lost' && !offlineNow()) void queries.invalidateQueries()
    become('open')
  })
  if (!navigator.onLine) become('lost')
  window.addEventListener('offline', cut)
  window.addEventListener('online', reopen)
}

/** The session is asked for before anything else: what happens after it may be in no other answer yet. */
function eventIdOfSession(): number {
  return queries.getQueryData<Session>(['GET /api/session'])?.eventId ?? 0
}

function sign() {
  signAt = Date.now()
}

/** The browser knows it before the line does. */
function cut() {
  source?.close()
  become(state === 'lost' ? 'lost' : 'waking')
}

function watch() {
  if (Date.now() - Math.max(signAt, watchedFrom) < silentMostMs) return
  source?.close()
  become('lost')
  reopen()
}

function reopen() {
  if (openers === 0 || source?.readyState !== EventSource.CLOSED) return
  open()
}

function close() {
  source?.close()
  source = undefined
  window.removeEventListener('offline', cut)
  window.removeEventListener('online', reopen)
  clearInterval(watchTimer)
  become('waking')
  forgetTimer()
}

function become(next: LiveState) {
  if (next !== 'waking') forgetTimer()
  // The clock runs from the first failure on: each new try that fails must not set it back.
  if (next === 'waking' && openers > 0) lostTimer ??= setTimeout(() => become('lost'), lostAfterMs)
  if (next === state) return
  const before = state
  state = next
  for (const listener of stateListeners) listener(next, before)
}

function forgetTimer() {
  clearTimeout(lostTimer)
  lostTimer = undefined
}

function heard(event: LiveEvent) {
  sign()
  if (event.id > 0 && isHeard(event.id)) return
  for (const listener of eventListeners) listener(event)
  if (waiting.size === 0) setTimeout(refresh, gatherMs)
  waiting.set(`${event.kind} ${event.conversationId ?? event.subjectId}`, event)
}

function isHeard(id: number): boolean {
  if (heardIds.has(id) || (isCatchingUp && id <= floorId)) return true
  heardIds.add(id)
  lastId = Math.max(lastId, id)
  const [oldest] = heardIds
  if (heardIds.size > heardIdsMax && oldest !== undefined) heardIds.delete(oldest)
  return false
}

function refresh() {
  const events = [...waiting.values()]
  waiting.clear()
  const routes = new Set(events.flatMap((event) => stale[event.kind]))
  const conversationIds = new Set(events.map((event) => event.conversationId))
  // Who is whom shows beside every conversation that is open here.
  const isAboutPeople = events.some((event) => event.kind === 'person.changed')
  for (const route of routes) {
    if (route === 'GET /api/conversations' && listIsHeld) continue
    void queries.invalidateQueries({
      queryKey: [route],
      predicate: (query) =>
        route !== 'GET /api/conversations/{id}' ||
        isAboutPeople ||
        conversationIds.has((query.state.data as { id?: string } | undefined)?.id ?? null),
    })
  }
}
