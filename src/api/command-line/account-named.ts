import { and, eq, ne } from 'drizzle-orm'
import type { App } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { accounts } from '#db/tables/reply.ts'

/** The connected account of that handle, with or without its @. */
export async function accountNamed(app: App, workspaceId: string, handle: string): Promise<string> {
  const all = await app.db.inWorkspace(workspaceId, (tx) =>
    tx
      .select({ id: accounts.id, handle: accounts.handle, network: accounts.network })
      .from(accounts)
      .where(and(eq(accounts.workspaceId, workspaceId), ne(accounts.state, 'removed'))),
  )
  const sought = handle.replace(/^@/u, '').toLowerCase()
  const [only, other] = all.filter((one) => one.handle.toLowerCase() === sought)
  if (only && !other) return only.id
  const names = all.map((one) => `@${one.handle} (${one.network})`).join(', ')
  if (other)
    throw new AppError('bad_input', `@${sought} is on more than one network. Settings, Accounts can stop one of them.`)
  throw new AppError('bad_input', `There is no account @${sought}. Connected: ${names || 'none'}.`)
}
