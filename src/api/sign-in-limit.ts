import { minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'

const windowMs = 10 * minute
const failuresMax = 10
const keysMax = 10_000

/** Guessing passwords is slowed per address and e-mail: ten failures in ten minutes, then a pause. */
function openSignInLimit() {
  const failures = new Map<string, { count: number; since: number }>()
  const current = (key: string, now: Date) => {
    const found = failures.get(key)
    return found && now.getTime() - found.since < windowMs ? found : undefined
  }
  return {
    assertOpen(key: string, now: Date): void {
      const found = current(key, now)
      if (!found || found.count < failuresMax) return
      const openAt = new Date(found.since + windowMs)
      throw new AppError('too_many', tooManyTries(openAt.getTime() - now.getTime()), {
        details: { openAt: openAt.toISOString() },
      })
    },
    countFailure(key: string, now: Date): void {
      const found = current(key, now)
      if (failures.size >= keysMax) failures.clear()
      failures.set(key, { count: (found?.count ?? 0) + 1, since: found?.since ?? now.getTime() })
    },
  }
}

function tooManyTries(leftMs: number): { en: string; nl: string } {
  const minutes = Math.ceil(leftMs / minute)
  return {
    en: `Too many tries with this e-mail address. In ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} you can try again.`,
    nl: `Te veel pogingen met dit e-mailadres. Over ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'} kun je het weer proberen.`,
  }
}

export const signInLimit = openSignInLimit()
