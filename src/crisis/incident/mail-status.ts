import { eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { incidentLetters } from '#db/tables/crisis.ts'
import { mailServers } from '#db/tables/notify.ts'
import { workspaces } from '#db/tables/team.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import { homeOf } from '#notify/read-told.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { type IncidentRow, incidentToChange } from './incident-access.ts'
import { incidentIn } from './read-incident.ts'
import { statusWords } from './status-words.ts'

/** Sends the status as it stands to management, by hand. @throws AppError `bad_input` where nobody gets it, or nothing can send it. */
export async function mailStatus(
  ctx: Context,
  { id, lang }: { id: string; lang: InterfaceLanguage },
): Promise<{ count: number }> {
  return change(ctx, 'incident.mail', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    if (row.mailTo.length === 0)
      throw new AppError('bad_input', {
        en: 'Nobody gets the status by e-mail yet. Say who does, and send it then.',
        nl: 'Nog niemand krijgt de status per e-mail. Vul in wie hem krijgt, en verstuur hem dan.',
      })
    if ((await tx.$count(mailServers, eq(mailServers.workspaceId, ctx.workspaceId))) === 0)
      throw new AppError('bad_input', {
        en: 'There is no mail server yet. An administrator sets one up under Settings, Mail.',
        nl: 'Er is nog geen mailserver. Een beheerder stelt die in bij Instellingen, E-mail en kanalen.',
      })
    const count = await writeStatusLetters(tx, ctx, { row, lang })
    return {
      result: { count },
      subject: { kind: 'incident', id: row.id },
      details: { count },
      events: [{ kind: 'incident.changed' }],
    }
  })
}

/** One letter for each who gets it, with the words as they are now; a runner sends them. */
export async function writeStatusLetters(
  tx: Tx,
  ctx: Context,
  { row, lang }: { row: IncidentRow; lang: InterfaceLanguage },
): Promise<number> {
  const read = await incidentIn(tx, ctx, row)
  const [here] = await tx.select({ slug: workspaces.slug }).from(workspaces).where(eq(workspaces.id, ctx.workspaceId))
  const address = `${ctx.app.publicUrl}${homeOf(here?.slug ?? '')}/crisis/${read.key}/status`
  const now = ctx.app.clock.now()
  const { subject, text } = statusWords(read, { lang, now, address })
  const same = { workspaceId: ctx.workspaceId, incidentId: row.id, lang, subject, text, dueAt: now }
  await tx.insert(incidentLetters).values(row.mailTo.map((to) => ({ ...same, id: newId(), address: to })))
  return row.mailTo.length
}
