import type { App } from '#app.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import { escaped } from './draw-letter.ts'
import type { Letter } from './mail-server.ts'
import { mail } from './mail-server.ts'
import { headlineOf, sentenceOf } from './notice-sentences.ts'
import type { Outcome } from './outcome.ts'
import { type Reader, readReader, readTold, type ToldLine } from './read-told.ts'
import type { DeliveryRow } from './send-deliveries.ts'
import { toldPath } from './told-path.ts'

/** A line of a letter, and where it leads. */
export type LetterLine = { text: string; path: string | null }
type Writing = { id: string; subject: string; lead: string; lines: readonly LetterLine[]; reader: Reader }

/** What calls somebody, by e-mail as well. */
export async function sendMail(app: App, row: DeliveryRow): Promise<Outcome> {
  const reader = await readReader(app, row)
  const lines = await readTold(app, row)
  if (!reader || lines.length === 0) return { kind: 'dropped' }
  const said = lines.map((line) => lineOf(line, reader))
  const keys = [...new Set(lines.flatMap(({ key }) => key ?? []))]
  const subject = [headlineOf(lines, reader.lang), ...keys.slice(0, 1)].join(' · ')
  return mail(app, row.workspaceId, letterOf(app, { id: row.id, subject, lead: '', lines: said, reader }))
}

function lineOf(line: ToldLine, { lang, settings }: Reader): LetterLine {
  const title = settings.showsText && line.title ? `: ${line.title}` : ''
  const about = line.key ? ` (${line.key}${title})` : ''
  return { text: `${sentenceOf(line, lang)}${about}`, path: toldPath(line) }
}

/** Plain text for everybody, and the same simply drawn. */
export function letterOf(app: App, { id, subject, lead, lines, reader }: Writing): Letter {
  const home = app.publicUrl + reader.home
  const foot = feet[reader.lang](`${home}/settings/notifications`)
  const plain = lines.map(({ text, path }) => (path ? `- ${text}\n  ${home}${path}` : `- ${text}`))
  const drawn = lines.map(({ text, path }) =>
    path ? `<li><a href="${escaped(home + path)}">${escaped(text)}</a></li>` : `<li>${escaped(text)}</li>`,
  )
  const body = `${lead ? `<p>${escaped(lead)}</p>` : ''}<ul>${drawn.join('')}</ul><p><small>${escaped(foot)}</small></p>`
  return {
    id,
    to: reader.email,
    subject,
    text: [lead, plain.join('\n'), foot].filter((part) => part !== '').join('\n\n'),
    html: `<!doctype html><html lang="${reader.lang}"><body style="font-family:sans-serif;line-height:1.5">${body}</body></html>`,
  }
}

const feet: Record<InterfaceLanguage, (url: string) => string> = {
  en: (url) => `You get this from Wederhoor. What you get, and when, you choose yourself: ${url}`,
  nl: (url) => `Dit komt van Wederhoor. Wat je krijgt en wanneer, kies je zelf: ${url}`,
}
