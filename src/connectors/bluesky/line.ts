import type { ConnectorContext } from '#domain/connector.ts'

/** Frames that wait while the last batch is being kept. A server that replays a day sends faster than we keep. */
const waitingMax = 20_000
const openWithinMs = 10_000
const lingerMs = 250

/** Why a line ended: by the server, by too many frames waiting, by silence, or by ourselves. */
export type LineEnd = 'closed' | 'overflow' | 'silent' | 'aborted'

export type Line = {
  /**
   * The next frames in their order, at most `max` of them and at most 250 ms after the first; none after `tickMs` of
   * silence; undefined when the line has ended and everything was taken.
   */
  take: (max: number) => Promise<string[] | undefined>
  end: () => LineEnd | undefined
  /** Ends it as silent: the server is there no more but forgot to say so. */
  giveUp: () => void
  close: () => void
}

/** Opens one web socket; undefined when it does not open in time. Throws only what `openSocket` throws. */
export async function openLine(
  context: ConnectorContext,
  { url, protocols, tickMs }: { url: string; protocols?: string[]; tickMs: number },
): Promise<Line | undefined> {
  const waiting: string[] = []
  let end: LineEnd | undefined
  let isOpened = false
  let wake = (): void => undefined
  const socket = context.openSocket(url, protocols ? { protocols } : {})

  const stop = (why: LineEnd): void => {
    if (end) return
    end = why
    context.signal.removeEventListener('abort', onAbort)
    socket.close()
    wake()
  }
  const onAbort = (): void => stop('aborted')
  socket.addEventListener('close', () => stop('closed'))
  socket.addEventListener('error', () => stop('closed'))
  socket.addEventListener('message', ({ data }) => {
    if (end || typeof data !== 'string') return
    waiting.push(data)
    // What waits is whole up to here: it is taken, and the next line goes on from its end.
    if (waiting.length >= waitingMax) stop('overflow')
    wake()
  })
  if (context.signal.aborted) onAbort()
  else context.signal.addEventListener('abort', onAbort, { once: true })

  const opened = new Promise<void>((resolve) => {
    wake = resolve
    socket.addEventListener('open', () => {
      isOpened = true
      resolve()
    })
  })
  await Promise.race([opened, context.sleep(openWithinMs)])
  if (!isOpened) {
    stop('closed')
    return undefined
  }

  let tick: Promise<void> | undefined
  async function take(max: number): Promise<string[] | undefined> {
    if (waiting.length === 0 && !end) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      // One timer at a time: it outlives the frames that come before it.
      tick ??= context.sleep(tickMs).then(() => {
        tick = undefined
      })
      await Promise.race([woken, tick])
    }
    if (waiting.length > 0 && waiting.length < max && !end) await context.sleep(lingerMs)
    if (waiting.length === 0 && end) return undefined
    return waiting.splice(0, max)
  }
  return { take, end: () => end, giveUp: () => stop('silent'), close: () => stop('aborted') }
}
