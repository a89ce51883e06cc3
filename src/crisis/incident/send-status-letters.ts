import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { backOffMs } from '#base/back-off.ts'
import { minute, second } from '#base/clock.ts'
import { incidentLetters } from '#db/tables/crisis.ts'
import { mail } from '#notify/mail-server.ts'
import type { Outcome } from '#notify/outcome.ts'
import { tellEvents } from '#team/tell-events.ts'

const atOnceMax = 20
const attemptsMax = 8
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
  const html = `<!doctype html><html lang="${lang}"><body style="font-family:sans-serif;line-height:1.5;white-space:pre-line">${safe(text)}</body></html>`
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
  const now = app.clock.now()
  const isSent = outcome.kind === 'sent'
  const isOver = outcome.kind !== 'again' || attempts >= attemptsMax
  const wait = backOffMs({ failuresInRow: attempts - 1, firstMs: 15 * second, mostMs: 30 * minute })
  await app.db.asSystem(async (tx) => {
    await tx
      .update(incidentLetters)
      .set({
        state: isSent ? 'sent' : isOver ? 'failed' : 'waiting',
        dueAt: isOver ? now : new Date(now.getTime() + wait),
        settledAt: isOver ? now : null,
        trouble: 'why' in outcome ? outcome.why : null,
      })
      .where(eq(incidentLetters.id, id))
    if (isOver)
      await tellEvents(tx, workspaceId, [
        { kind: 'incident.changed', subjectId: incidentId, conversationId: null, by: null },
      ])
  })
}

function safe(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`)
}
