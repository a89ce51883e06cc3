import { parseArgs } from 'node:util'
import { rebuildFigures } from '#report/rebuild-figures.ts'
import type { Command } from './command.ts'
import { withApp, workspaceNamed } from './with-app.ts'

const help = `wederhoor rebuild-figures [options]

Counts the figures of the reports from the messages themselves, from the beginning. They keep up by themselves: this is for whoever
wants to be sure, or changed rows by hand. It may be stopped and goes on by itself; reports show what is counted so far.

  --workspace <name>   which workspace, where there are several
  --data <folder>      where everything is kept (WEDERHOOR_DATA)

Example
  wederhoor rebuild-figures
`

export const rebuildFiguresCommand: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { workspace: { type: 'string' }, data: { type: 'string' } },
    })
    return withApp(values.data, async (app) => {
      const workspaceId = await workspaceNamed(app, values.workspace)
      const hours = await rebuildFigures(app, { workspaceId })
      process.stdout.write(`Counted: ${hours} hours.\n`)
      return 0
    })
  },
}
