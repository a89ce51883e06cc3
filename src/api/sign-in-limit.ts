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
      if ((current(key, now)?.count ?? 0) < failuresMax) return
      throw new AppError('too_many', 'Too many tries. Wait ten minutes, or ask an administrator for a new password.')
    },
    countFailure(key: string, now: Date): void {
      const found = current(key, now)
      if (failures.size >= keysMax) failures.clear()
      failures.set(key, { count: (found?.count ?? 0) + 1, since: found?.since ?? now.getTime() })
    },
  }
}

export const signInLimit = openSignInLimit()
