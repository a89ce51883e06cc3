import { and, eq } from 'drizzle-orm'
import { playbooks } from '#db/tables/crisis.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { Playbook, PlaybookKey } from '#domain/playbook.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

type Which = { key: PlaybookKey; lang: InterfaceLanguage }

/** Our own copy from now on. Incidents that are open keep the tasks they began with. */
export async function savePlaybook(
  ctx: Context,
  { key, lang, name, steps, notToSay }: Which & Playbook,
): Promise<void> {
  await change(ctx, 'playbook.save', async (tx) => {
    const titles = steps.map(({ title }) => title)
    const plan = steps.map(({ who, minutes }) => ({ who, minutes }))
    const said = { name, steps: titles, plan, notToSay, changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() }
    await tx
      .insert(playbooks)
      .values({ workspaceId: ctx.workspaceId, key, lang, ...said })
      .onConflictDoUpdate({ target: [playbooks.workspaceId, playbooks.key, playbooks.lang], set: said })
    return { ...about(key), details: { lang, steps: steps.length } }
  })
}

/** The starter holds again. */
export async function resetPlaybook(ctx: Context, { key, lang }: Which): Promise<void> {
  await change(ctx, 'playbook.reset', async (tx) => {
    const isIt = and(eq(playbooks.workspaceId, ctx.workspaceId), eq(playbooks.key, key), eq(playbooks.lang, lang))
    const gone = await tx.delete(playbooks).where(isIt).returning()
    return { ...about(key), details: { lang }, isSilent: gone.length === 0 }
  })
}

function about(key: PlaybookKey) {
  return { result: undefined, subject: { kind: 'playbook', id: key }, events: [{ kind: 'incident.changed' as const }] }
}
