import { minute, second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { type Connector, type Failure, type Heard, isFailure } from '#domain/connector.ts'
import { type Cursor, recordFailure } from './advance-source.ts'
import { readCredentials } from './read-credentials.ts'
import type { SourceRow } from './source-row.ts'
import { hubPaceMs, readHub, tendHub } from './subscribe-hub.ts'
import { type Ear, takeHeard } from './take-heard.ts'

const everyMsDefault = 5 * minute
const everyMsLeast = 10 * second
const everyMsMost = 60 * minute
/** Pages in one go before others have their turn; the rest follows at once after that. */
const pagesMax = 20

/** Asks a source once, page after page, and says when to ask again. It never throws: what goes wrong is in the ledger. */
export async function pollSource(
  ear: Ear,
  input: { source: SourceRow; connector: Connector; terms: readonly string[]; signal: AbortSignal },
): Promise<void> {
  const { app } = ear
  const { source, signal } = input
  const startedAt = app.clock.now()
  for (let page = 0; page < pagesMax && !signal.aborted; page += 1) {
    const outcome = await askOnce(ear, input)
    if (signal.aborted) return
    if (isFailure(outcome)) {
      await recordFailure(app, { source, failure: outcome, way: 'poll' })
      return
    }
    const isLast = !outcome.more
    const hub = isLast ? await readHub(app, source) : undefined
    const pauseMs = isLast
      ? hubPaceMs(hub, { now: app.clock.now(), startedAt, usualMs: paceMs(input.connector, outcome) })
      : 0
    const nextAt = new Date(app.clock.now().getTime() + pauseMs)
    try {
      await takeHeard(ear, { source, way: 'poll', heard: outcome, nextAt })
    } catch (error) {
      app.log.error({ source: source.id, err: error }, 'what was heard could not be kept; it will be heard again')
      await recordFailure(app, { source, failure: brokenHere(error), way: 'poll' })
      return
    }
    source.nextAt = nextAt
    if (isLast) {
      runBeside(ear, tendHub(app, { source, named: outcome.hub, known: hub, signal }))
      return
    }
  }
}

function runBeside({ errands }: Ear, errand: Promise<void>): void {
  const kept = errand.finally(() => errands?.delete(kept))
  errands?.add(kept)
}

async function askOnce(
  ear: Ear,
  {
    source,
    connector,
    terms,
    signal,
  }: { source: SourceRow; connector: Connector; terms: readonly string[]; signal: AbortSignal },
): Promise<Heard | Failure> {
  const { app } = ear
  const context = app.connectorContext(signal, source.workspaceId)
  const cursor = (source.cursor as Cursor | null)?.poll ?? undefined
  try {
    const own = source.accountId
      ? await readCredentials(app, { workspaceId: source.workspaceId, accountId: source.accountId })
      : undefined
    if (source.listensTo === 'account') {
      if (!own || !connector.notifications) return accountIsGone
      return await connector.notifications(context, { ...own, cursor })
    }
    if (!connector.poll) return { kind: 'heard', items: [], cursor, more: false }
    return await connector.poll(context, { settings: source.settings, cursor, credentials: own?.credentials, terms })
  } catch (error) {
    return {
      kind: 'retry',
      why: { en: `It did not answer: ${messageOf(error)}`, nl: `Geen antwoord: ${messageOf(error)}` },
    }
  }
}

function paceMs(connector: Connector, heard: Heard): number {
  const wanted = heard.nextInMs ?? connector.everyMs ?? everyMsDefault
  return Math.min(everyMsMost, Math.max(everyMsLeast, wanted))
}

export function expectEveryMs(connector: Connector | undefined): number {
  return connector?.stream ? 2 * minute : Math.max(everyMsLeast, connector?.everyMs ?? everyMsDefault)
}

export function brokenHere(error: unknown): Failure {
  return {
    kind: 'retry',
    why: {
      en: `Wederhoor could not keep what it heard (${messageOf(error)}). It will ask for the same again.`,
      nl: `Wederhoor kon niet bewaren wat het hoorde (${messageOf(error)}). Het vraagt hetzelfde opnieuw.`,
    },
  }
}

const accountIsGone: Failure = {
  kind: 'reconnect',
  why: { en: 'The account was removed. Connect it again.', nl: 'Het account is verwijderd. Koppel het opnieuw.' },
}
