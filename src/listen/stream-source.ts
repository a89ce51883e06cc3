import { second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { type Connector, type Failure, isFailure } from '#domain/connector.ts'
import { type Cursor, recordFailure } from './advance-source.ts'
import { brokenHere } from './poll-source.ts'
import { readCredentials } from './read-credentials.ts'
import type { SourceRow } from './source-row.ts'
import { type Ear, takeHeard } from './take-heard.ts'

/** Reconnecting sooner than this, whatever happens, would be a nuisance to the network. */
const reconnectLeastMs = second

/**
 * Keeps one stream open until the signal aborts: reconnects with back-off and goes on from the saved cursor.
 * The next batch is asked for only when the last one is kept, so a slow database slows the reading, not the memory.
 */
export async function streamSource(
  ear: Ear,
  input: { source: SourceRow; connector: Connector; terms: () => readonly string[]; signal: AbortSignal },
): Promise<void> {
  const { app } = ear
  const { source, signal } = input
  while (!signal.aborted) {
    const failure = await listenUntilItEnds(ear, input)
    if (signal.aborted) return
    const nextAt = failure ? await recordFailure(app, { source, failure, way: 'stream' }) : app.clock.now()
    const waitMs = Math.max(reconnectLeastMs, nextAt.getTime() - app.clock.now().getTime())
    await app.clock.sleep(waitMs, signal)
  }
}

async function listenUntilItEnds(
  ear: Ear,
  {
    source,
    connector,
    terms,
    signal,
  }: { source: SourceRow; connector: Connector; terms: () => readonly string[]; signal: AbortSignal },
): Promise<Failure | undefined> {
  const { app } = ear
  if (!connector.stream) return undefined
  const ended = new AbortController()
  const context = app.connectorContext(AbortSignal.any([signal, ended.signal]), source.workspaceId)
  try {
    const own = source.accountId
      ? await readCredentials(app, { workspaceId: source.workspaceId, accountId: source.accountId })
      : undefined
    const cursor = (source.cursor as Cursor | null)?.stream ?? undefined
    const ask = { settings: source.settings, cursor, credentials: own?.credentials, terms: terms() }
    for await (const outcome of connector.stream(context, ask)) {
      if (signal.aborted) return undefined
      if (isFailure(outcome)) return outcome
      const failure = await keep(ear, source, outcome)
      if (failure) return failure
      // Asked for more after the end, a connector that only waits for the signal would wait for ever.
      if (signal.aborted) return undefined
    }
    return { kind: 'retry', why: { en: 'The stream ended.', nl: 'De stroom hield op.' } }
  } catch (error) {
    return {
      kind: 'retry',
      why: { en: `The stream broke: ${messageOf(error)}`, nl: `De stroom brak af: ${messageOf(error)}` },
    }
  } finally {
    ended.abort()
  }
}

async function keep(
  ear: Ear,
  source: SourceRow,
  heard: Parameters<typeof takeHeard>[1]['heard'],
): Promise<Failure | undefined> {
  try {
    await takeHeard(ear, { source, way: 'stream', heard })
    return undefined
  } catch (error) {
    ear.app.log.error({ source: source.id, err: error }, 'what was heard could not be kept; it will be heard again')
    return brokenHere(error)
  }
}
