import { parseArgs } from 'node:util'
import { AppError } from '#base/errors.ts'
import { freshMinutesUsual, resumeWays } from '#domain/stop.ts'
import { readStops } from '#reply/read-stops.ts'
import { resumeSending } from '#reply/resume-sending.ts'
import { accountNamed } from './account-named.ts'
import type { Command } from './command.ts'
import { withApp, workspaceNamed } from './with-app.ts'

const spreadMinutesUsual = 5

const help = `wederhoor resume [options]

Ends a stop, and says what becomes of the answers that waited.

  --then <${resumeWays.join(' | ')}>   they go out, are drafts again, or are looked at one by one (unless said otherwise: look)
  --spread <minutes>            send: within so many minutes, each account at its own pace (${spreadMinutesUsual})
  --fresh <minutes>             send: what was held for longer is looked at first (${freshMinutesUsual})
  --account <handle>            the stop of this account, not the one of the workspace
  --workspace <name>            which workspace, where there are several
  --data <folder>               where everything is kept (WEDERHOOR_DATA)

Examples
  wederhoor resume
  wederhoor resume --then send --spread 20
  wederhoor resume --account @zilvermeeuw.example --then drafts
`

export const resume: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        // biome-ignore lint/suspicious/noThenProperty: it is the name of an option, and nobody awaits it.
        then: { type: 'string' },
        spread: { type: 'string' },
        fresh: { type: 'string' },
        account: { type: 'string' },
        workspace: { type: 'string' },
        data: { type: 'string' },
      },
    })
    const thenDo = resumeWays.find((way) => way === (values.then ?? 'look'))
    if (!thenDo) throw new AppError('bad_input', `--then must be one of ${resumeWays.join(', ')}.`)
    const spreadMinutes = minutesOf(values.spread, '--spread') ?? spreadMinutesUsual
    const freshMinutes = minutesOf(values.fresh, '--fresh') ?? freshMinutesUsual
    return withApp(values.data, async (app) => {
      const workspaceId = await workspaceNamed(app, values.workspace)
      const ctx = { app, workspaceId, actor: { kind: 'system', part: 'command-line' } } as const
      const accountId = values.account === undefined ? null : await accountNamed(app, workspaceId, values.account)
      const stops = await readStops(ctx)
      const standing = stops.find(({ account }) => (account?.id ?? null) === accountId)
      if (!standing) throw new AppError('not_found', nothingStopped(stops))
      const { send, drafts, look } = await resumeSending(ctx, {
        id: standing.stop.id,
        ...{ thenDo, spreadMinutes, freshMinutes },
      })
      const still = stops.length > 1 ? ` Stops that still stand: ${stops.length - 1}.` : ''
      process.stdout.write(`Resumed: ${send} go out, ${drafts} are drafts again, ${look} wait for a look.${still}\n`)
      return 0
    })
  },
}

function minutesOf(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined
  if (/^\d+$/u.test(text)) return Number(text)
  throw new AppError('bad_input', `${option} takes whole minutes, not “${text}”. Example: ${option} 10`)
}

function nothingStopped(stops: Awaited<ReturnType<typeof readStops>>): string {
  const others = stops.map(({ account }) => (account ? `@${account.handle}` : 'the workspace')).join(', ')
  return others ? `That is not stopped. Stopped: ${others}.` : 'Nothing is stopped.'
}
