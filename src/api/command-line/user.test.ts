import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { databaseOn } from '#db/database.ts'
import { temporaryFolder } from '#testing/temporary-folder.ts'
import { testDatabase } from '#testing/test-database.ts'
import { user } from './user.ts'

test('an account needs an address that mail can reach', async (t) => {
  const { url, pool } = await testDatabase()
  const dataFolder = await temporaryFolder(t)
  const before = process.env.DATABASE_URL
  process.env.DATABASE_URL = url
  t.after(() => {
    if (before === undefined) delete process.env.DATABASE_URL
    else process.env.DATABASE_URL = before
  })
  await assert.rejects(user.run(['add', '--email', 'sanne', '--name', 'Sanne', '--data', dataFolder]), {
    name: 'AppError',
    code: 'bad_input',
    message: '--email is not an e-mail address. Example: --email sanne@example.org',
  })
  const { rows } = await databaseOn(pool).asSystem((tx) => tx.execute(sql`select 1 from users`))
  assert.equal(rows.length, 0)
})
