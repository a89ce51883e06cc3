import { and, asc, eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { hooks } from '#db/tables/notify.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { HookKind, NoticeKind } from '#domain/notice.ts'
import { assertDepartmentsHere } from '#team/assert-here.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'

export type HookRow = typeof hooks.$inferSelect
export type HookInput = {
  name: string
  kind: HookKind
  /** Not given: the one that is kept. */
  url?: string
  kinds: NoticeKind[]
  departmentId: string | null
  lang: InterfaceLanguage
}
const hooksMax = 20

export async function readHooks(ctx: Context): Promise<HookRow[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(hooks).where(eq(hooks.workspaceId, ctx.workspaceId)).orderBy(asc(hooks.at), asc(hooks.id)),
  )
}

/** A new one, or another word about one that is here; saved, it is on again. */
export async function saveHook(ctx: Context, { id: known, ...input }: HookInput & { id?: string }): Promise<HookRow> {
  const { app, workspaceId } = ctx
  return change(ctx, 'hook.save', async (tx) => {
    if (input.departmentId) await assertDepartmentsHere(tx, ctx, [input.departmentId])
    const { url, ...rest } = input
    const id = known ?? newId()
    const address =
      url === undefined ? {} : { url: sealUrl(app, { workspaceId, id }, url), host: new URL(url).hostname }
    const fresh = { ...rest, ...address, failures: 0, trouble: null, stoppedAt: null }
    const here = and(eq(hooks.workspaceId, workspaceId), eq(hooks.id, id))
    if (known) {
      const [row] = await tx.update(hooks).set(fresh).where(here).returning()
      if (!row) throw new AppError('not_found', 'This webhook is not here any more.')
      return { result: row, subject: { kind: 'hook', id }, details: { name: input.name } }
    }
    if (!address.url) throw new AppError('bad_input', 'Paste the address of the webhook.')
    if ((await tx.$count(hooks, eq(hooks.workspaceId, workspaceId))) >= hooksMax)
      throw new AppError('bad_input', 'There are as many webhooks as anybody can oversee. Remove one first.')
    const [row] = await tx
      .insert(hooks)
      .values({ id, workspaceId, ...fresh, url: address.url, host: address.host, at: app.clock.now() })
      .returning()
    return {
      result: present(row, 'the webhook comes back'),
      subject: { kind: 'hook', id },
      details: { name: input.name },
    }
  })
}

export async function removeHook(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'hook.remove', async (tx) => {
    const [row] = await tx
      .delete(hooks)
      .where(and(eq(hooks.workspaceId, ctx.workspaceId), eq(hooks.id, id)))
      .returning({ name: hooks.name })
    if (!row) throw new AppError('not_found', 'This webhook is not here any more.')
    return { result: undefined, subject: { kind: 'hook', id }, details: { name: row.name } }
  })
}

type Place = { workspaceId: string; id: string }
const placeOf = ({ workspaceId, id }: Place): string => `${workspaceId}/${id}/hook`

function sealUrl(app: App, place: Place, url: string): string {
  return app.secrets.seal(url, 'notify', placeOf(place))
}

export function openUrl(app: App, row: HookRow): string {
  return app.secrets.open(row.url, 'notify', placeOf(row))
}
