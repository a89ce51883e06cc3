import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ProcessRole, roles, startHouse } from '#api/start-house.ts'
import { openApp } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { openLog } from '#base/log.ts'
import type { Command } from './command.ts'
import { environmentWith } from './environment-with.ts'

const help = `wederhoor start [options]

Runs Wederhoor: listens, keeps, and shows the screens.

  --port <number>    the port to listen on (WEDERHOOR_PORT; a busy default gives way to the next free one)
  --host <address>   the network address to listen on (WEDERHOOR_HOST; 127.0.0.1 is this machine only)
  --data <folder>    where everything is kept (WEDERHOOR_DATA)
  --demo             look around in a demo company first (WEDERHOOR_DEMO); nothing of it leaves this machine
  --only <parts>     only these parts in this process: ${roles.join(', ')} (separated by commas)

Examples
  wederhoor start
  wederhoor start --demo
  wederhoor start --port 8080 --data /var/lib/wederhoor
  DATABASE_URL=postgres://me:secret@localhost/wederhoor wederhoor start --only web
`

export const start: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        only: { type: 'string' },
        demo: { type: 'boolean' },
      },
    })
    const { settings, isPortGiven } = environmentWith(values)
    const only = rolesOf(values.only)
    const log = openLog(settings.logLevel)
    const app = await openApp(settings, log)
    try {
      const house = await startHouse(app, {
        only,
        host: settings.host,
        port: settings.port,
        isPortFixed: isPortGiven,
        isUrlGiven: settings.publicUrl !== undefined,
        isDemoWanted: settings.isDemoWanted,
        webFolder: join(import.meta.dirname, '..', '..', '..', 'dist', 'web'),
      })
      if (house.url) process.stdout.write(`\n  Wederhoor is ready: ${settings.publicUrl ?? house.url}\n\n`)
      else process.stdout.write(`\n  Wederhoor is at work: ${only.join(', ')}\n\n`)
      const why = await Promise.race([stopSignal(), app.lost])
      if (typeof why === 'string') process.stdout.write('Stopping; what is under way is finished first.\n')
      await house.stop()
      if (why instanceof AppError) throw why
      return 0
    } finally {
      await app.close()
    }
  },
}

function rolesOf(text: string | undefined): readonly ProcessRole[] {
  if (text === undefined) return roles
  const asked = text.split(',').map((one) => one.trim())
  const wrong = asked.find((one) => !roles.includes(one as ProcessRole))
  if (wrong !== undefined) {
    throw new AppError(
      'bad_input',
      `--only: there is no part “${wrong}”. Choose from ${roles.join(', ')}. Example: --only listen,work`,
    )
  }
  return asked as ProcessRole[]
}

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
  })
}
