import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { playbooks } from '#db/tables/crisis.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import { type Playbook, type PlaybookKey, playbookKeys, playbookStarters, startedFrom } from '#domain/playbook.ts'
import { type Context, memberOf } from '#team/context.ts'

export type ReadPlaybook = Playbook & { key: PlaybookKey; isOurs: boolean }

/** As they hold here: our own copy, else the starter. */
export async function readPlaybooks(ctx: Context, lang: InterfaceLanguage): Promise<ReadPlaybook[]> {
  memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const read: ReadPlaybook[] = []
    for (const key of playbookKeys) read.push(await playbookIn(tx, ctx, { key, lang }))
    return read
  })
}

export async function playbookIn(
  tx: Tx,
  ctx: Context,
  { key, lang }: { key: PlaybookKey; lang: InterfaceLanguage },
): Promise<ReadPlaybook> {
  const [row] = await tx
    .select()
    .from(playbooks)
    .where(and(eq(playbooks.workspaceId, ctx.workspaceId), eq(playbooks.key, key), eq(playbooks.lang, lang)))
  if (!row) return { key, ...startedFrom(playbookStarters[key][lang]), isOurs: false }
  const { name, steps, plan, notToSay } = row
  const planned = steps.map((title, at) => ({ title, who: plan[at]?.who ?? '', minutes: plan[at]?.minutes ?? null }))
  return { key, name, steps: planned, notToSay, isOurs: true }
}
