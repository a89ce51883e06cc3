import { messageOf } from '#base/errors.ts'
import type { Bell } from './bell.ts'
import { driveReply, type Outbox } from './drive-reply.ts'
import { idleMsMax, lanesMax } from './outbox-limits.ts'
import type { Due } from './outbox-store.ts'

/** After a lane found nothing to do, or failed, it is left alone for a moment: no spinning. */
const restMs = 250
const restAfterErrorMs = 5_000

/**
 * The outbox at work until the signal aborts: every account has a lane of its own, so that one that hangs hurts no
 * other. Safe with several processes on one database. On stop it takes nothing new and ends what is under way.
 */
export async function runLanes(
  outbox: Outbox,
  { bell, signal, idleMs = idleMsMax }: { bell: Bell; signal: AbortSignal; idleMs?: number },
): Promise<void> {
  const lanes = new Map<string, Promise<void>>()
  const restsUntil = new Map<string, number>()

  const drive = async (due: Due): Promise<void> => {
    let rest = 0
    try {
      if (!(await driveReply(outbox, due))) rest = restMs
    } catch (error) {
      rest = restAfterErrorMs
      outbox.log.error(
        { replyId: due.replyId, err: messageOf(error) },
        'a reply could not be handled; it is tried again',
      )
    }
    if (rest > 0) restsUntil.set(due.lane, outbox.clock.now().getTime() + rest)
    lanes.delete(due.lane)
    bell.ring()
  }

  while (!signal.aborted) {
    let sleepMs = idleMs
    try {
      const now = outbox.clock.now()
      const { due, nextAt } = await outbox.store.due(now)
      if (nextAt) sleepMs = Math.min(sleepMs, nextAt.getTime() - now.getTime())
      for (const one of due) {
        if (lanes.has(one.lane)) continue
        const restsMs = (restsUntil.get(one.lane) ?? 0) - now.getTime()
        if (restsMs > 0) {
          sleepMs = Math.min(sleepMs, restsMs)
          continue
        }
        restsUntil.delete(one.lane)
        if (lanes.size >= lanesMax || signal.aborted) break
        lanes.set(one.lane, drive(one))
      }
    } catch (error) {
      sleepMs = restAfterErrorMs
      outbox.log.error({ err: messageOf(error) }, 'the outbox could not be read; trying again')
    }
    await bell.wait(Math.max(1, sleepMs), signal)
  }
  await Promise.allSettled(lanes.values())
}
