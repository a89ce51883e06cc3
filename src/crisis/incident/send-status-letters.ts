import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute } from '#base/clock.ts'
import { incidentLetters } from '#db/tables/crisis.ts'
import { drawLetter } from '#notify/draw-letter.ts'
import { mail } from '#notify/mail-server.ts'
import type { Outcome } from '#notify/outcome.ts'
import { settledLetter } from '#notify/settled-letter.ts'
import { tellEvents } from '#team/tell-events.ts'

const atOnceMax = 20
/** Whoever took one up and died is followed after so long. */
const claimMs = 2 * minute

type LetterRow = typeof incidentLetters.$inferSelect

/** Sends what is due. A letter has its row's id, by which a second sending after a crash is known to be the same. Answers how many were tried. */
export async function sendStatusLetters(app: App): Promise<number> {
  const now = app.clock.now()
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ id: incidentLetters.id })
      .from(incidentLetters)
      .where(and(eq(incidentLetters.state, 'waiting'), lte(incidentLetters.dueAt, now)))
      .orderBy(asc(incidentLetters.dueAt))
      .limit(atOnceMax),
  )
  for (const { id } of due) await sendOne(app, id)
  return due.length
}

async function sendOne(app: App, id: string): Promise<void> {
  const row = await claim(app, id)
  if (!row) return
  const { workspaceId, address, subject, text, lang } = row
  const html = drawLetter(text, { lang })
  await settle(app, row, await mail(app, workspaceId, { id, to: address, subject, text, html }))
}

/** The condition stands in the statement: of two processes one wins. */
async function claim(app: App, id: string): Promise<LetterRow | undefined> {
  const now = app.clock.now()
  const [row] = await app.db.asSystem((tx) =>
    tx
      .update(incidentLetters)
      .set({ attempts: sql`${incidentLetters.attempts} + 1`, dueAt: new Date(now.getTime() + claimMs) })
      .where(and(eq(incidentLetters.id, id), eq(incidentLetters.state, 'waiting'), lte(incidentLetters.dueAt, now)))
      .returning(),
  )
  return row
}

async function settle(app: App, { id, workspaceId, incidentId, attempts }: LetterRow, outcome: Outcome): Promise<void> {
  const { isOver, columns } = settledLetter(app, { outcome, attempts })
  await app.db.asSystem(async (tx) => {
    await tx.update(incidentLetters).set(columns).where(eq(incidentLetters.id, id))
    if (isOver)
      await tellEvents(tx, workspaceId, [
        { kind: 'incident.changed', subjectId: incidentId, conversationId: null, by: null },
      ])
  })
}
