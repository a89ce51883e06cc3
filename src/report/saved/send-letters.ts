import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { reportLetters, reportShares, savedReports } from '#db/tables/saved-reports.ts'
import { reportFileName } from '#domain/saved-report.ts'
import { drawLetter } from '#notify/draw-letter.ts'
import { type Letter, mail } from '#notify/mail-server.ts'
import type { Outcome, Words } from '#notify/outcome.ts'
import { settledLetter } from '#notify/settled-letter.ts'
import { zoneOf } from '#report/settle-figures.ts'
import { tellEvents } from '#team/tell-events.ts'
import { drawPdf, type Paper } from './draw-pdf.ts'
import { findChromium } from './find-chromium.ts'
import { letterWords } from './letter-words.ts'
import { readShared } from './read-shared.ts'
import { sharePath, tokenOf } from './share-token.ts'

const atOnceMax = 20
/** Whoever took one up and died is followed after so long; a PDF takes some seconds of it. */
const claimMs = 5 * minute

type LetterRow = typeof reportLetters.$inferSelect
type DrawPdf = (app: App, paper: Paper) => Promise<Buffer>

/** Sends what is due. A letter has its row's id, by which a second sending after a crash is known to be the same. Answers how many were tried. */
export async function sendLetters(app: App, draw: DrawPdf = drawPdf): Promise<number> {
  const now = app.clock.now()
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ id: reportLetters.id })
      .from(reportLetters)
      .where(and(eq(reportLetters.state, 'waiting'), lte(reportLetters.dueAt, now)))
      .orderBy(asc(reportLetters.dueAt), asc(reportLetters.id))
      .limit(atOnceMax),
  )
  const papers = papersBy(app, draw)
  for (const { id } of due) await sendOne(app, id, papers)
  return due.length
}

async function sendOne(app: App, id: string, papers: Papers): Promise<void> {
  const row = await claim(app, id)
  if (!row) return
  const written = await write(app, row, papers).catch((error: unknown) => {
    app.log.error({ err: error, reportId: row.reportId }, 'a letter with a report could not be written; trying again')
    return undefined
  })
  if (!written) return settle(app, row, { outcome: { kind: 'again', why: notMade } })
  if (written === 'gone') return settle(app, row, { outcome: { kind: 'never', why: ended } })
  const outcome = await mail(app, row.workspaceId, written.letter)
  await settle(app, row, { outcome, without: written.without })
}

/** The condition stands in the statement: of two processes one wins. */
async function claim(app: App, id: string): Promise<LetterRow | undefined> {
  const now = app.clock.now()
  const [row] = await app.db.asSystem((tx) =>
    tx
      .update(reportLetters)
      .set({ attempts: sql`${reportLetters.attempts} + 1`, dueAt: new Date(now.getTime() + claimMs) })
      .where(and(eq(reportLetters.id, id), eq(reportLetters.state, 'waiting'), lte(reportLetters.dueAt, now)))
      .returning(),
  )
  return row
}

type Written = { letter: Letter; without?: Words }

/** `gone` when its link was ended before it left: what somebody took back is not sent. */
async function write(app: App, row: LetterRow, papers: Papers): Promise<Written | 'gone'> {
  const { id, workspaceId, reportId, shareId, address, lang, hasPdf } = row
  const { share, report, zone } = await app.db.asSystem(async (tx) => ({
    share: (await tx.select().from(reportShares).where(eq(reportShares.id, shareId)))[0],
    report: (await tx.select().from(savedReports).where(eq(savedReports.id, reportId)))[0],
    zone: await zoneOf(tx, workspaceId),
  }))
  const { expiresAt, endedAt, fromDay: from = '', toDay: to = '' } = share ?? {}
  if (!report || !expiresAt || endedAt || expiresAt <= app.clock.now()) return 'gone'
  // Read as the page reads it, and without being counted as somebody who looked.
  const until = expiresAt.getTime()
  const said = await readShared(app, { token: tokenOf(app, { kind: 'paper', reportId, from, to, until }) })
  const paper = hasPdf ? await papers({ reportId, from, to, lang }) : undefined
  const pdf = paper && 'pdf' in paper ? paper.pdf : undefined
  const url = `${app.publicUrl}${sharePath(tokenOf(app, { kind: 'share', shareId }))}`
  const { subject, text } = letterWords(said, { lang, url, expiresAt, zone, hasPdf: pdf !== undefined })
  const filename = reportFileName(report.name, { from, to })
  return {
    letter: {
      ...{ id, to: address, subject, text, html: drawLetter(text, { lang, url }) },
      ...(pdf && { attachments: [{ filename, contentType: 'application/pdf', content: pdf }] }),
    },
    ...(paper && 'why' in paper && { without: paper.why }),
  }
}

type Papers = (paper: Paper) => Promise<{ pdf: Buffer } | { why: Words }>

/**
 * One is made for all readers of a round. Without it the letter leaves all the same, and says so where its sender looks; only while others are being made it waits.
 */
function papersBy(app: App, draw: DrawPdf): Papers {
  const made = new Map<string, ReturnType<Papers>>()
  return (paper) => {
    const key = JSON.stringify(paper)
    const known =
      made.get(key) ??
      draw(app, paper).then(
        (pdf) => ({ pdf }),
        async (error: unknown) => {
          if (error instanceof AppError && error.code === 'too_many') throw error
          return { why: (await findChromium(app)) === undefined ? noChromium : noPdf }
        },
      )
    made.set(key, known)
    return known
  }
}

type Settled = { outcome: Outcome; without?: Words }

async function settle(app: App, row: LetterRow, { outcome, without }: Settled): Promise<void> {
  const { id, workspaceId, reportId, attempts } = row
  const { isOver, columns } = settledLetter(app, { outcome, attempts })
  const trouble = columns.trouble ?? (outcome.kind === 'dropped' ? noServer : (without ?? null))
  await app.db.asSystem(async (tx) => {
    await tx
      .update(reportLetters)
      .set({ ...columns, trouble })
      .where(eq(reportLetters.id, id))
    if (isOver)
      await tellEvents(tx, workspaceId, [
        { kind: 'report.changed', subjectId: reportId, conversationId: null, by: null },
      ])
  })
}

const noChromium: Words = {
  en: 'It left without a PDF: there is no Chromium on the machine of Wederhoor.',
  nl: 'Zonder PDF verstuurd: op de machine van Wederhoor staat geen Chromium.',
}
const noPdf: Words = {
  en: 'It left without a PDF: making it did not work.',
  nl: 'Zonder PDF verstuurd: die maken lukte niet.',
}
const noServer: Words = { en: 'There is no mail server any more.', nl: 'Er is geen mailserver meer.' }
const notMade: Words = {
  en: 'The report could not be made yet. It is tried again.',
  nl: 'Het rapport kon nog niet worden gemaakt. Het wordt opnieuw geprobeerd.',
}
const ended: Words = { en: 'Its link was ended before it left.', nl: 'De link is beëindigd voordat hij wegging.' }
