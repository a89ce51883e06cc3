import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import type { Tx } from '#db/database.ts'
import { corrections } from '#db/tables/learning.ts'
import { assessments, mentions } from '#db/tables/mentions.ts'
import { members, workspaces } from '#db/tables/team.ts'
import type { Assessment, Label } from '#domain/assessment.ts'
import { corrected, labelWord, tonePresentFrom } from '#domain/correction.ts'
import { seedText } from '#triage/seed-text.ts'

export type CorrectionRow = typeof corrections.$inferSelect
/** A corrected message: as a line that `npm run triage:train` reads, and who said what when. */
export type CorrectedMention = {
  id: string
  lang: string
  text: string
  /** As in corpus/README.md; null where nobody said what the tone or the intent is. */
  labels: string | null
  /** The labels that a person said; the others are what triage made of it. */
  said: Label[]
  url: string | null
  history: (Pick<CorrectionRow, 'kind' | 'label' | 'value' | 'reason' | 'said' | 'saidBy' | 'at' | 'takenBackAt'> & {
    by: string | null
    takenBackBy: string | null
  })[]
}

type Page = { workspaceId: string; after: string | undefined; limit: number }

/** A page of everything that was ever corrected here, oldest message first. */
export async function readCorrected(tx: Tx, { workspaceId, after, limit }: Page) {
  const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId))
  const { brands } = present(workspace, 'a member is in a workspace')
  const found = await tx
    .select({ mention: mentions, assessment: assessments })
    .from(mentions)
    .innerJoin(assessments, eq(assessments.mentionId, mentions.id))
    .where(
      and(
        eq(mentions.workspaceId, workspaceId),
        ...(after ? [gt(mentions.id, after)] : []),
        sql`exists (select from ${corrections} c where c.mention_id = ${mentions.id})`,
      ),
    )
    .orderBy(asc(mentions.id))
    .limit(limit + 1)
  const page = found.slice(0, limit)
  const history = await historyOf(
    tx,
    page.map(({ mention }) => mention.id),
  )
  const people = await tx.select({ id: members.id, name: members.name }).from(members)
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const named = (id: string | null) => (id && nameOf.get(id)) ?? null
  const items = page.map(({ mention, assessment }): CorrectedMention => {
    const now = corrected(assessment.said, assessment.correction)
    const own = history.filter(({ mentionId }) => mentionId === mention.id)
    const isSaid = ({ kind, takenBackAt }: CorrectionRow) => kind === 'is' && !takenBackAt
    return {
      ...{ id: mention.id, lang: now.lang, url: mention.url },
      text: seedText(mention.title ? `${mention.title}\n${mention.text}` : mention.text, brands),
      labels: mention.deletedAt ? null : labelsOf(now),
      said: [...new Set(own.filter(isSaid).map(({ label }) => label))],
      history: own.map(({ kind, label, value, reason, said, saidBy, at, takenBackAt, by, takenBackBy }) => ({
        ...{ kind, label, value, reason, said, saidBy, at, takenBackAt },
        ...{ by: named(by), takenBackBy: named(takenBackBy) },
      })),
    }
  })
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}

function historyOf(tx: Tx, mentionIds: readonly string[]): Promise<CorrectionRow[]> {
  if (mentionIds.length === 0) return Promise.resolve([])
  return tx
    .select()
    .from(corrections)
    .where(inArray(corrections.mentionId, [...mentionIds]))
    .orderBy(asc(corrections.at), asc(corrections.id))
}

/** `negative complaint 1 angry` */
function labelsOf(now: Assessment): string | null {
  const words = (['sentiment', 'intent', 'urgency'] as const).map((label) => labelWord(now, label))
  if (words.includes('unsure')) return null
  if (now.anger >= tonePresentFrom) words.push('angry')
  if (now.sarcasm >= tonePresentFrom) words.push('sarcastic')
  return words.join(' ')
}
