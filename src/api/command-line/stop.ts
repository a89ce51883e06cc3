import { parseArgs } from 'node:util'
import { stopSending } from '#reply/stop-sending.ts'
import { accountNamed } from './account-named.ts'
import type { Command } from './command.ts'
import { withApp, workspaceNamed } from './with-app.ts'

const help = `wederhoor stop "<reason>" [options]

From now on nothing more goes out, until somebody resumes: answers that were to leave are held, none is lost. It works on the
database itself, so also when the screens do not load. Everybody reads the reason on every screen.

  --account <handle>   only what goes out as this account
  --workspace <name>   which workspace, where there are several
  --data <folder>      where everything is kept (WEDERHOOR_DATA)

Examples
  wederhoor stop "Wrong prices in the answers"
  wederhoor stop "Password leaked" --account @zilvermeeuw.example
`

export const stop: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { account: { type: 'string' }, workspace: { type: 'string' }, data: { type: 'string' } },
    })
    return withApp(values.data, async (app) => {
      const workspaceId = await workspaceNamed(app, values.workspace)
      const accountId = values.account === undefined ? null : await accountNamed(app, workspaceId, values.account)
      const ctx = { app, workspaceId, actor: { kind: 'system', part: 'command-line' } } as const
      const { reason, stoppedAt } = await stopSending(ctx, { accountId, reason: positionals.join(' ') })
      const what = values.account === undefined ? 'Nothing goes out' : `Nothing goes out as ${values.account}`
      process.stdout.write(`${what} since ${stoppedAt.toISOString()}: ${reason}\nwederhoor resume lets it go on.\n`)
      return 0
    })
  },
}
