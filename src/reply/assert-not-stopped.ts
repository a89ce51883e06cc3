import { AppError } from '#base/errors.ts'
import type { Context } from '#team/context.ts'
import { readStopOf } from './read-stops.ts'

/** For acts in our name that a person waits for, asked as the last thing before the call. @throws AppError `taken` with who stopped it, and why. */
export async function assertNotStopped(ctx: Context, accountId: string): Promise<void> {
  const found = await readStopOf(ctx, accountId)
  if (!found) return
  const { stop, by } = found
  const who = by ? { en: `, by ${by.name}`, nl: `, door ${by.name}` } : { en: '', nl: '' }
  throw new AppError(
    'taken',
    {
      en: `Nothing goes out for now: ${stop.reason}${who.en}.`,
      nl: `Er gaat nu niets uit: ${stop.reason}${who.nl}.`,
    },
    { details: { stopId: stop.id, kind: 'stopped' } },
  )
}
