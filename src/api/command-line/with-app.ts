import { type OpenedApp, openApp } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { openLog } from '#base/log.ts'
import { workspaces } from '#db/tables/team.ts'
import { environmentWith } from './environment-with.ts'

/** For a command beside a running Wederhoor as well as on its own: joins the database, and leaves it as it was. */
export async function withApp<T>(data: string | undefined, work: (app: OpenedApp) => Promise<T>): Promise<T> {
  const { settings } = environmentWith({ data })
  const app = await openApp(settings, openLog('warn'), { ifRunning: 'join' })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

/** The workspace of that name, or the only one there is. */
export async function workspaceNamed(app: OpenedApp, name: string | undefined): Promise<string> {
  const all = await app.db.asSystem((tx) => tx.select({ id: workspaces.id, name: workspaces.name }).from(workspaces))
  const found = name === undefined ? all : all.filter((one) => one.name.toLowerCase() === name.toLowerCase())
  const [only] = found
  if (only && found.length === 1) return only.id
  const names = all.map((one) => `“${one.name}”`).join(', ')
  if (all.length === 0) throw new AppError('not_found', 'There is no workspace yet. Start Wederhoor and open it once.')
  throw new AppError('bad_input', `Which workspace? --workspace with one of ${names}.`)
}
