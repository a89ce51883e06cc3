import { like, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { members, users, workspaceSlugs, workspaces } from '#db/tables/team.ts'
import { demoWorkspaceId } from '#domain/demo.ts'
import { advisedRetention } from '#domain/retention.ts'
import { freeSlug, slugFrom } from '#domain/slug-from.ts'
import { change } from './change.ts'
import type { Context } from './context.ts'

export type NewWorkspace = { name: string; ownerName: string; userId: string; isDemo?: boolean }

/** Any number that nothing else uses: two first visitors at once must not both become the owner. */
const firstRunLock = 730_114_001
/** Two workspaces that begin at once do not get one address. */
const slugLock = 730_114_047

/** True while nobody has an account: the first visitor becomes the owner. */
export async function isFirstRun(app: App): Promise<boolean> {
  const rows = await app.db.asSystem((tx) => tx.select({ id: users.id }).from(users).limit(1))
  return rows.length === 0
}

/** Runs `work` for exactly one first visitor. @throws AppError `taken` for everybody after the first. */
export async function asFirstVisitor<T>(app: App, work: () => Promise<T>): Promise<T> {
  return app.db.asSystem(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${firstRunLock})`)
    if (!(await isFirstRun(app))) {
      throw new AppError('taken', 'Somebody set up this Wederhoor already. Ask them for an invitation, or sign in.')
    }
    return work()
  })
}

/** A workspace with its owner. */
export async function startWorkspace(
  app: App,
  { name, ownerName, userId, isDemo = false }: NewWorkspace,
): Promise<string> {
  const workspaceId = isDemo ? demoWorkspaceId(newId()) : newId()
  const memberId = newId()
  // A demo company keeps its story for as long as it plays.
  const retention = isDemo ? {} : advisedRetention
  await app.db.asSystem(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${slugLock})`)
    const slug = await slugFor(tx, name)
    const at = app.clock.now()
    await tx.insert(workspaces).values({ id: workspaceId, name, slug, isDemo, createdAt: at, ...retention })
    await tx.insert(workspaceSlugs).values({ slug, workspaceId, at })
  })
  const ctx: Context = { app, workspaceId, actor: { kind: 'system', part: 'first-run' } }
  await change(ctx, 'workspace.create', async (tx) => {
    await tx.insert(members).values({ id: memberId, workspaceId, userId, name: ownerName, role: 'owner' })
    return { result: undefined, subject: { kind: 'workspace', id: workspaceId }, details: { ownerId: memberId } }
  })
  return workspaceId
}

async function slugFor(tx: Tx, name: string): Promise<string> {
  const slug = slugFrom(name)
  const taken = await tx
    .select({ slug: workspaceSlugs.slug })
    .from(workspaceSlugs)
    .where(like(workspaceSlugs.slug, `${slug}%`))
  return freeSlug(slug, new Set(taken.map((one) => one.slug)))
}
