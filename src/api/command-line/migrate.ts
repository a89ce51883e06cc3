import { parseArgs } from 'node:util'
import { openLog } from '#base/log.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Command } from './command.ts'
import { environmentWith } from './environment-with.ts'

const help = `wederhoor migrate [--data <folder>]

Brings the database up to this version. Starting does the same; this is for doing it beforehand.

Examples
  wederhoor migrate
  DATABASE_URL=postgres://me:secret@localhost/wederhoor wederhoor migrate
`

export const migrateCommand: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } })
    const { settings } = environmentWith(values)
    const log = openLog('warn')
    const database = await openDatabase({
      url: settings.databaseUrl,
      dataFolder: settings.dataFolder,
      log,
      ifRunning: 'join',
    })
    try {
      const done = await migrate({ url: database.url, log })
      process.stdout.write(done.length > 0 ? `Done: ${done.join(', ')}\n` : 'The database is up to date.\n')
      return 0
    } finally {
      await database.close()
    }
  },
}
