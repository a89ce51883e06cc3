import { eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { mailServers } from '#db/tables/notify.ts'
import { type LetterPlan, reportLetters, savedReports } from '#db/tables/saved-reports.ts'
import { nextLetterAt } from '#domain/saved-report.ts'
import { zoneOf } from '#report/settle-figures.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { reportHere, type SavedReportRow } from './report-here.ts'
import { assertMayLeave, makeShare } from './share-report.ts'

/** When a report leaves by itself, and for whom; null: not by itself. @throws AppError `bad_input` where nothing could send it */
export async function planLetters(
  ctx: Context,
  { id, letters }: { id: string; letters: LetterPlan | null },
): Promise<void> {
  await change(ctx, 'report.letters', async (tx) => {
    await reportHere(tx, ctx, id)
    if (letters) await assertSends(tx, ctx)
    const zone = await zoneOf(tx, ctx.workspaceId)
    const lettersAt = letters && nextLetterAt(letters, { after: ctx.app.clock.now(), zone })
    const kept = letters && { ...letters, addresses: [...new Set(letters.addresses)] }
    await tx.update(savedReports).set({ letters: kept, lettersAt }).where(eq(savedReports.id, id))
    return {
      result: undefined,
      subject: { kind: 'report', id },
      details: { count: kept?.addresses.length ?? 0, ...(kept && { rhythm: kept.rhythm }) },
      events: [{ kind: 'report.changed' }],
    }
  })
}

type Now = Pick<LetterPlan, 'addresses' | 'lang' | 'linkDays' | 'hasPdf'>

/** A report leaves now, by hand. Answers for how many. @throws AppError `bad_input` where nothing can send it */
export async function mailReport(ctx: Context, { id, ...letters }: Now & { id: string }): Promise<{ count: number }> {
  return change(ctx, 'report.mail', async (tx) => {
    const report = await reportHere(tx, ctx, id)
    await assertSends(tx, ctx)
    const count = await writeLetters(tx, ctx, { report, letters, at: ctx.app.clock.now() })
    return {
      result: { count },
      subject: { kind: 'report', id },
      details: { count },
      events: [{ kind: 'report.changed' }],
    }
  })
}

type Writing = { report: SavedReportRow; letters: Now; at: Date }

/** A row for each reader, all with one link; a runner sends them. `at` is the moment that the days are counted from. */
export async function writeLetters(tx: Tx, ctx: Context, { report, letters, at }: Writing): Promise<number> {
  const share = await makeShare(tx, ctx, { report, days: letters.linkDays, at, isOfLetter: true })
  const now = ctx.app.clock.now()
  const addresses = [...new Set(letters.addresses)]
  await tx.insert(reportLetters).values(
    addresses.map((address) => ({
      ...{ id: newId(), workspaceId: report.workspaceId, reportId: report.id, shareId: share.id, address },
      ...{ lang: letters.lang, hasPdf: letters.hasPdf, madeAt: now, dueAt: now },
    })),
  )
  return addresses.length
}

async function assertSends(tx: Tx, ctx: Context): Promise<void> {
  assertMayLeave(ctx)
  if ((await tx.$count(mailServers, eq(mailServers.workspaceId, ctx.workspaceId))) === 0)
    throw new AppError('bad_input', {
      en: 'There is no mail server yet. An administrator sets one up under Settings, Mail.',
      nl: 'Er is nog geen mailserver. Een beheerder stelt die in bij Instellingen, E-mail en kanalen.',
    })
}
