import type { TestApp } from './test-app.ts'

type Question = { text: string; values: unknown[] }

/**
 * Does something while a runner has what it needs (`has`) and then waits for what it has (`wants`), so that PostgreSQL gives one of both up.
 *
 * @returns what was done, and whether that was given up first: on a slow machine it may be the runner, which proves nothing.
 */
export async function inDeadlock<T>(
  { db }: Pick<TestApp, 'db'>,
  { has, wants }: { has: Question; wants: Question },
  work: () => Promise<T>,
): Promise<{ done: T; wasGivenUp: boolean }> {
  const runner = await db.pool.connect()
  try {
    await runner.query('begin')
    await runner.query(has)
    const doing = work()
    doing.catch(() => {})
    await untilWaiting(db)
    const wasGivenUp = await runner.query(wants).then(
      () => true,
      () => false,
    )
    await runner.query('rollback')
    return { done: await doing, wasGivenUp }
  } finally {
    runner.release(true)
  }
}

/** Until somebody waits for a lock in the database of this test. */
async function untilWaiting({ pool }: TestApp['db']): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}
