// A program for crash tests: opens the database of the folder it is given, writes one row, says so, and holds on.
import { present } from '#base/assert.ts'
import { silentLog } from '#base/log.ts'
import { openDatabase } from '#db/open-database.ts'

const dataFolder = present(process.argv[2], 'the data folder is the first argument')
const { pool, close } = await openDatabase({ dataFolder, log: silentLog })
process.once('SIGTERM', () => void close())
await pool.query('create table if not exists kept (word text)')
await pool.query('insert into kept values ($1)', ['wederhoor'])
process.stdout.write('holding\n')
