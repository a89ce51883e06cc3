import { eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { snippetSettings } from '#db/tables/snippets.ts'
import { isAtLeast } from '#domain/role.ts'
import { type SnippetSettings, usualSnippetSettings } from '#domain/snippet.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

export async function readSnippetSettings(tx: Tx, workspaceId: string): Promise<SnippetSettings> {
  const { inARowMax, writers } = snippetSettings
  const [row] = await tx
    .select({ inARowMax, writers })
    .from(snippetSettings)
    .where(eq(snippetSettings.workspaceId, workspaceId))
  return row ?? usualSnippetSettings
}

export function mayWriteSnippets(ctx: Context, { writers }: SnippetSettings): boolean {
  return ctx.actor.kind === 'system' || isAtLeast(ctx.actor.member.role, writers)
}

/** From which role on is the workspace's to say; the table of actions knows only the least. @throws AppError `not_allowed` */
export async function assertMayWriteSnippets(tx: Tx, ctx: Context): Promise<void> {
  if (mayWriteSnippets(ctx, await readSnippetSettings(tx, ctx.workspaceId))) return
  throw new AppError('not_allowed', {
    en: 'Your role does not write snippets and knowledge here. A team lead can, or an administrator lets you.',
    nl: 'Jouw rol schrijft hier geen bouwstenen en kennis. Een teamleider kan het, of een beheerder laat je.',
  })
}

export async function saveSnippetSettings(ctx: Context, settings: SnippetSettings): Promise<void> {
  await change(ctx, 'snippet.settings', async (tx) => {
    const changed = { ...settings, changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() }
    await tx
      .insert(snippetSettings)
      .values({ workspaceId: ctx.workspaceId, ...changed })
      .onConflictDoUpdate({ target: snippetSettings.workspaceId, set: changed })
    return {
      result: undefined,
      subject: { kind: 'workspace', id: ctx.workspaceId },
      details: settings,
      events: [{ kind: 'snippet.changed' }],
    }
  })
}
