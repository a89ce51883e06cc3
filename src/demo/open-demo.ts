import { and, eq, isNull } from 'drizzle-orm'
import type { App } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { members, workspaces } from '#db/tables/team.ts'
import { addMember } from '#team/add-member.ts'
import { readDemoWorkspaces, removeDemoWorkspaces } from '#team/demo-workspaces.ts'
import type { DemoOwner } from './build-stage.ts'
import { companies } from './companies.ts'
import { type Progress, setUpDemo } from './set-up-demo.ts'

/** `mayRemove`: who set it up, and who was made an owner since. */
export type DemoState = Progress & { state: 'absent' | 'filling' | 'standing'; mayRemove: boolean }

export type Demo = {
  read(userId: string): Promise<DemoState>
  /** Twice is the same as once: whoever comes second waits for the first, and joins. @returns the first workspace of the demo. */
  enter(owner: DemoOwner): Promise<string>
  /** Also while it is being filled: then it is stopped, and nothing of it stands. @throws AppError `not_allowed` */
  remove(userId: string): Promise<void>
  close(): void
}

type Filling = { by: string; progress: Progress; abort: AbortController; done: Promise<void> }

/** The demo company of this installation. There is at most one, however many look at it. */
export function openDemo(app: App): Demo {
  let filling: Filling | undefined

  const fill = (owner: DemoOwner): Filling => {
    const abort = new AbortController()
    const started: Filling = { by: owner.userId, progress: { told: 0, of: 0 }, abort, done: Promise.resolve() }
    const onProgress = (progress: Progress) => {
      started.progress = progress
    }
    started.done = setUpDemo(app, { companies, owner, signal: abort.signal, onProgress }).finally(() => {
      filling = undefined
    })
    return started
  }

  return {
    async read(userId) {
      if (filling) return { state: 'filling', ...filling.progress, mayRemove: filling.by === userId }
      const isStanding = (await readDemoWorkspaces(app)).length > 0
      const mayRemove = isStanding && (await isOwner(app, userId))
      return { state: isStanding ? 'standing' : 'absent', told: 0, of: 0, mayRemove }
    },

    async enter(owner) {
      if ((await readDemoWorkspaces(app)).length === 0) {
        filling ??= fill(owner)
        const { abort, done } = filling
        await done.catch((error: unknown) => {
          throw abort.signal.aborted ? wasStopped() : error
        })
      }
      const [first, ...others] = await readDemoWorkspaces(app)
      if (!first) throw wasStopped()
      for (const { id } of [first, ...others]) await join(app, { workspaceId: id, owner })
      return first.id
    },

    async remove(userId) {
      if (filling) {
        if (filling.by !== userId) throw notAllowed()
        filling.abort.abort()
        await filling.done.catch(() => undefined)
      }
      if ((await readDemoWorkspaces(app)).length === 0) return
      if (!(await isOwner(app, userId))) throw notAllowed()
      await removeDemoWorkspaces(app)
    },

    close: () => filling?.abort.abort(),
  }
}

async function isOwner(app: App, userId: string): Promise<boolean> {
  const rows = await app.db.asSystem((tx) =>
    tx
      .select({ id: members.id })
      .from(members)
      .innerJoin(workspaces, and(eq(workspaces.id, members.workspaceId), eq(workspaces.isDemo, true)))
      .where(and(eq(members.userId, userId), eq(members.role, 'owner'), isNull(members.leftAt)))
      .limit(1),
  )
  return rows.length > 0
}

/** Whoever comes later may do everything in it but take it away from the others. */
async function join(app: App, { workspaceId, owner }: { workspaceId: string; owner: DemoOwner }): Promise<void> {
  const { userId, name } = owner
  const here = and(eq(members.workspaceId, workspaceId), eq(members.userId, userId), isNull(members.leftAt))
  if ((await app.db.asSystem((tx) => tx.$count(members, here))) > 0) return
  await addMember({ app, workspaceId, actor: { kind: 'system', part: 'demo' } }, { userId, name, role: 'admin' })
}

function wasStopped(): AppError {
  return new AppError('gone', {
    en: 'The demo company was stopped before it stood. Nothing of it is left.',
    nl: 'Het demobedrijf werd gestopt voordat het er stond. Er is niets van over.',
  })
}

function notAllowed(): AppError {
  return new AppError('not_allowed', {
    en: 'Who set up the demo company removes it. Ask them.',
    nl: 'Wie het demobedrijf heeft opgezet, verwijdert het ook. Vraag het diegene.',
  })
}
