import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { authors } from '#db/tables/mentions.ts'
import { members, workspaces } from '#db/tables/team.ts'
import { blocksDraft, type DraftFinding, findsWords, isOfTheLine } from '#domain/draft/check-draft.ts'
import type { DraftRuleId } from '#domain/draft/draft-rule.ts'
import { plainHouse } from '#domain/house-style.ts'
import type { Visibility } from '#domain/reply.ts'
import { type IncidentOver, incidentsOver } from './incidents-over.ts'

type Answer = {
  conversationId: string
  text: string
  lang: string
  authorId: string | null
  writtenBy: string
  /** What belongs to one person may be said to that person. */
  visibility: Visibility
}

/**
 * Asked in the transaction that writes the answer, so that a rule set meanwhile holds, and no page has to be trusted.
 *
 * @throws AppError `bad_input` with `details.rule` and `details.setBy` when the house, or the line of an incident it is part of, stops this answer.
 */
export async function assertHouseStyle(tx: Tx, workspaceId: string, answer: Answer): Promise<void> {
  const [row] = await tx
    .select({ house: workspaces.houseStyle, setBy: { id: members.id, name: members.name } })
    .from(workspaces)
    .leftJoin(members, eq(members.id, workspaces.houseStyleBy))
    .where(eq(workspaces.id, workspaceId))
  const { house: ours, setBy } = present(row, 'the workspace we are in')
  const house = ours ?? plainHouse
  const over = await incidentsOver(tx, { workspaceId, conversationId: answer.conversationId })
  const notToSay = over.flatMap((one) => one.notToSay)
  if (house.blocks.length === 0 && notToSay.length === 0) return
  const person = answer.authorId === null ? undefined : await personOf(tx, answer.authorId)
  const [writer] = await tx.select({ name: members.name }).from(members).where(eq(members.id, answer.writtenBy))
  const { text, lang } = answer
  const isPrivate = answer.visibility === 'direct'
  const blocks = isPrivate ? house.blocks.filter((rule) => rule !== 'private') : house.blocks
  const finding = blocksDraft({ text, lang, person, house: { ...house, blocks }, writer: writer?.name ?? '', notToSay })
  if (finding && isOfTheLine(finding)) throw notInIncident(finding, over)
  if (finding) throw stopped(finding, setBy)
}

function notInIncident({ rule, found }: DraftFinding, over: readonly IncidentOver[]): AppError {
  const of = over.find(({ notToSay }) => findsWords(found, notToSay)) ?? over[0]
  const [key, setBy] = [of?.key ?? '', of?.notToSayBy ?? null]
  const words = {
    en: `“${found}” is not said in incident ${key}. ${setBy ? `${setBy.name} set this. ` : ''}Use the line, or other words, and send again.`,
    nl: `“${found}” zeggen we niet in incident ${key}. ${setBy ? `${setBy.name} stelde dit in. ` : ''}Gebruik de lijn, of andere woorden, en verstuur opnieuw.`,
  }
  return new AppError('bad_input', words, { details: { rule, found, setBy, incident: key } })
}

async function personOf(tx: Tx, id: string): Promise<{ name: string; handle: string } | undefined> {
  const [row] = await tx.select({ name: authors.name, handle: authors.handle }).from(authors).where(eq(authors.id, id))
  return row
}

function stopped({ rule, found }: DraftFinding, setBy: { id: string; name: string } | null): AppError {
  const about = found ? ` (“${found}”)` : ''
  const who = setBy?.name
  const words = {
    en: `The house style stops this answer: ${stops[rule].en}${about}. ${who ? `${who} set this rule.` : ''} Change it and send again.`,
    nl: `De huisstijl houdt dit antwoord tegen: ${stops[rule].nl}${about}. ${who ? `${who} stelde deze regel in.` : ''} Pas het aan en verstuur opnieuw.`,
  }
  return new AppError('bad_input', words, { details: { rule, found, setBy } })
}

const stops: Readonly<Record<DraftRuleId, { en: string; nl: string }>> = {
  private: { en: 'it has personal data in public', nl: 'er staan persoonsgegevens in het openbaar in' },
  incident: { en: 'these words are not used in an incident', nl: 'deze woorden gebruiken we niet bij een incident' },
  promise: { en: 'it promises what nobody may promise', nl: 'het belooft wat niemand mag beloven' },
  forbidden: { en: 'we do not use this word', nl: 'dit woord gebruiken we niet' },
  disclosure: {
    en: 'it does not say who speaks or who gains',
    nl: 'er staat niet bij wie spreekt of wie eraan verdient',
  },
  blame: { en: 'it blames the reader', nl: 'het legt de schuld bij de lezer' },
  defensive: { en: 'it defends us', nl: 'het verdedigt ons' },
  hollow: { en: 'the apology is hollow', nl: 'de excuses zijn hol' },
  address: { en: 'this is not how we address people', nl: 'zo spreken we mensen niet aan' },
  greeting: { en: 'the greeting is not as we want it', nl: 'de begroeting is niet zoals we die willen' },
  signoff: { en: 'the sign-off is missing', nl: 'de ondertekening ontbreekt' },
  source: { en: 'a fact has no source', nl: 'een feit heeft geen bron' },
  spelling: { en: 'a word is misspelled', nl: 'een woord is verkeerd gespeld' },
  officialese: { en: 'it is written as offices write', nl: 'het is ambtelijk geschreven' },
  jargon: { en: 'it has words only we know', nl: 'er staat vaktaal in' },
  reading: { en: 'it is hard to read', nl: 'het leest moeilijk' },
}
