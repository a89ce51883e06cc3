import { and, eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { querySets } from '#db/tables/mentions.ts'
import { querySetLimits, setKey } from '#domain/query-set.ts'
import type { QuerySetInput } from '#domain/query-set-input.ts'
import { parseQuery } from '#match/parse-query.ts'
import { readSet } from '#match/query-sets.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { askBackfill } from './ask-backfill.ts'
import { querySetsOf, readRows, readUses, type SetRow, type SetUse } from './read-sets.ts'

/** A new named list. @throws AppError `bad_input` with the line that cannot be searched for. */
export async function createSet(ctx: Context, input: QuerySetInput): Promise<SetRow> {
  assertReadable(input.entries)
  return change(ctx, 'set.create', async (tx) => {
    if ((await tx.$count(querySets, eq(querySets.workspaceId, ctx.workspaceId))) >= querySetLimits.sets) {
      throw new AppError('too_many', {
        en: `A workspace has at most ${querySetLimits.sets} sets. Remove one that nothing uses.`,
        nl: `Een werkruimte heeft hoogstens ${querySetLimits.sets} sets. Verwijder er een die niets gebruikt.`,
      })
    }
    const id = newId()
    await assertNameIsFree(tx, ctx, { id, name: input.name })
    const now = ctx.app.clock.now()
    const [row] = await tx
      .insert(querySets)
      .values({ id, workspaceId: ctx.workspaceId, ...input, createdAt: now, changedAt: now })
      .returning()
    return { result: present(row, 'the inserted set comes back'), ...told(id, input) }
  })
}

export type SetChange = { id: string } & Partial<QuerySetInput>

/** Changes what a set holds, and with it every search that asks for it. @throws AppError when one of those could not be read any more. */
export async function changeSet(ctx: Context, { id, ...input }: SetChange): Promise<SetRow> {
  if (input.entries) assertReadable(input.entries)
  return change(ctx, 'set.change', async (tx) => {
    const { row, rows, users } = await lockSet(tx, ctx, id)
    if (input.name) await assertNameIsFree(tx, ctx, { id, name: input.name })
    const isRenamed = input.name !== undefined && setKey(input.name) !== setKey(row.name)
    if (isRenamed && users.length > 0) throw inUse(row, users)
    assertUsersRead(
      rows.map((one) => (one.id === id ? { ...one, ...input } : one)),
      users,
    )
    const [changed] = await tx
      .update(querySets)
      .set({ ...input, revision: sql`${querySets.revision} + 1`, changedAt: ctx.app.clock.now() })
      .where(and(eq(querySets.workspaceId, ctx.workspaceId), eq(querySets.id, id)))
      .returning()
    const now = ctx.app.clock.now()
    if (input.entries) {
      for (const user of users) await askBackfill(tx, { workspaceId: ctx.workspaceId, topicId: user.id, now })
    }
    return { result: present(changed, 'the locked set is changed'), ...told(id, input) }
  })
}

/** @throws AppError `taken` while a search asks for it, with the names of those. */
export async function removeSet(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'set.remove', async (tx) => {
    const { row, users } = await lockSet(tx, ctx, id)
    if (users.length > 0) throw inUse(row, users)
    await tx.delete(querySets).where(and(eq(querySets.workspaceId, ctx.workspaceId), eq(querySets.id, id)))
    return { result: undefined, ...told(id, { name: row.name }) }
  })
}

function told(id: string, { name, entries }: Partial<QuerySetInput>) {
  return {
    subject: { kind: 'set', id },
    details: { name, entryCount: entries?.length },
    events: [{ kind: 'topic.changed' as const }],
  }
}

/**
 * The set and the searches that ask for it. Whoever saves a search with sets holds them (see `setsHeldFor`), so that no search
 * comes to ask for a set while it is removed.
 */
async function lockSet(tx: Tx, ctx: Context, id: string): Promise<{ row: SetRow; rows: SetRow[]; users: SetUse[] }> {
  const { workspaceId } = ctx
  const mine = and(eq(querySets.workspaceId, workspaceId), eq(querySets.id, id))
  const [row] = await tx.select().from(querySets).where(mine).for('update')
  if (!row) throw new AppError('not_found', 'This set does not exist any more.')
  const rows = await readRows(tx, workspaceId)
  const uses = await readUses(tx, workspaceId, querySetsOf(rows))
  return { row, rows, users: uses.filter(({ keys }) => keys.has(setKey(row.name))) }
}

function assertReadable(entries: readonly string[]): void {
  const [problem] = readSet(entries).problems
  if (!problem) return
  const { line, text, words } = problem
  throw new AppError('bad_input', {
    en: `Line ${line + 1}, “${text}”: ${words.en}`,
    nl: `Regel ${line + 1}, “${text}”: ${words.nl}`,
  })
}

/** A set that grows may make a search too large, or put something beside a NEAR that cannot stand there. */
function assertUsersRead(rows: readonly SetRow[], users: readonly SetUse[]): void {
  const sets = querySetsOf(rows)
  for (const { name, query } of users) {
    const parsed = parseQuery(query, sets)
    const problem = parsed.ok ? undefined : parsed.errors[0]
    if (!problem) continue
    throw new AppError('bad_input', {
      en: `The search “${name}” could not be read any more: ${problem.words.en}`,
      nl: `De zoekvraag “${name}” zou niet meer te lezen zijn: ${problem.words.nl}`,
    })
  }
}

function inUse({ name }: SetRow, users: readonly SetUse[]): AppError {
  const names = users.map((one) => `“${one.name}”`).join(', ')
  return new AppError('taken', {
    en: `${names} ask for set:${name}. Change those searches first.`,
    nl: `${names} vragen om set:${name}. Verander eerst die zoekvragen.`,
  })
}

/** By the key that searches find a set by: “Café” is one name, however its accent was typed. */
async function assertNameIsFree(tx: Tx, ctx: Context, { id, name }: { id: string; name: string }): Promise<void> {
  const rows = await readRows(tx, ctx.workspaceId)
  if (rows.some((one) => one.id !== id && setKey(one.name) === setKey(name)))
    throw new AppError('taken', {
      en: `There is a set called “${name}” already. Give this one another name.`,
      nl: `Er is al een set die “${name}” heet. Geef deze een andere naam.`,
    })
}
