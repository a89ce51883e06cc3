import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { snippets, snippetVersions } from '#db/tables/snippets.ts'
import { type SnippetContent, type SnippetState, snippetLimits } from '#domain/snippet.ts'
import { assertMembersHere } from '#team/assert-here.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { assertSnippetFits } from './assert-snippet-fits.ts'
import { stemsOf } from './search-words.ts'
import { assertMayWriteSnippets } from './snippet-rights.ts'

export type SnippetInput = SnippetContent & { state: SnippetState; ownerId: string | null; expiresAt: Date | null }

/** @throws AppError `taken` when the name is, `too_large` when a wording does not fit its network, `not_allowed`. */
export async function createSnippet(ctx: Context, input: SnippetInput): Promise<string> {
  assertSnippetFits(ctx, input)
  return change(ctx, 'snippet.write', async (tx) => {
    await assertMayWriteSnippets(tx, ctx)
    return createSnippetIn(tx, ctx, input)
  })
}

/** The same inside a change of its caller. */
export async function createSnippetIn(tx: Tx, ctx: Context, input: SnippetInput): Promise<Changed<string>> {
  await assertOwnerHere(tx, ctx, input)
  const { workspaceId } = ctx
  await lockNames(tx, workspaceId)
  if ((await tx.$count(snippets, eq(snippets.workspaceId, workspaceId))) >= snippetLimits.count)
    throw new AppError('too_many', {
      en: `There are ${snippetLimits.count} snippets. Remove one first.`,
      nl: `Er zijn al ${snippetLimits.count} bouwstenen. Verwijder er eerst een.`,
    })
  const id = newId()
  const now = ctx.app.clock.now()
  const written = { changedBy: memberOf(ctx).id, changedAt: now }
  const values = { id, workspaceId, ...columnsOf(input), ...written, createdAt: now }
  const made = await tx.insert(snippets).values(values).onConflictDoNothing().returning({ id: snippets.id })
  if (made.length === 0) throw nameTaken(input.name)
  await keepVersion(tx, ctx, { snippetId: id, number: 1, content: input, fromNumber: null })
  return about(id, { version: 1, state: input.state })
}

/** @throws AppError `taken` also when a colleague changed it since the version that its writer began from. */
export async function changeSnippet(
  ctx: Context,
  { id, basedOn, ...input }: SnippetInput & { id: string; basedOn: number },
): Promise<void> {
  assertSnippetFits(ctx, input)
  await change(ctx, 'snippet.write', async (tx) => {
    await assertMayWriteSnippets(tx, ctx)
    return changeSnippetIn(tx, ctx, { id, basedOn, input, fromNumber: null })
  })
}

type Changing = { id: string; basedOn: number; input: SnippetInput; fromNumber: number | null }

/** What is said of it changes in place; what it says makes a version. */
export async function changeSnippetIn(
  tx: Tx,
  ctx: Context,
  { id, basedOn, input, fromNumber }: Changing,
): Promise<Changed<undefined>> {
  await assertOwnerHere(tx, ctx, input)
  await lockNames(tx, ctx.workspaceId)
  const before = await lockSnippet(tx, ctx, id)
  if (before.version !== basedOn)
    throw new AppError('taken', 'A colleague changed this snippet meanwhile. Look at it before you save yours.')
  await assertNameFree(tx, ctx, { id, name: input.name })
  const isOther = contentOf(before) !== contentOf(input)
  const version = before.version + (isOther ? 1 : 0)
  // Another date is told of anew.
  const isMoved = (before.expiresAt?.getTime() ?? 0) !== (input.expiresAt?.getTime() ?? 0)
  const told = isMoved ? { toldSoonAt: null, toldEndedAt: null } : {}
  const changed = { changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() }
  await tx
    .update(snippets)
    .set({ ...columnsOf(input), ...told, ...changed, version })
    .where(eq(snippets.id, id))
  if (isOther) await keepVersion(tx, ctx, { snippetId: id, number: version, content: input, fromNumber })
  return { ...about(id, { version, state: input.state, fromNumber }), result: undefined }
}

/** What it said once it says again, as a new version. */
export async function putSnippetBack(ctx: Context, { id, number }: { id: string; number: number }): Promise<void> {
  await change(ctx, 'snippet.write', async (tx) => {
    await assertMayWriteSnippets(tx, ctx)
    await lockNames(tx, ctx.workspaceId)
    const now = await lockSnippet(tx, ctx, id)
    const [kept] = await tx
      .select()
      .from(snippetVersions)
      .where(and(eq(snippetVersions.snippetId, id), eq(snippetVersions.number, number)))
    if (!kept) throw new AppError('not_found', 'This version does not exist.')
    const { name, tags, wordings } = kept
    assertSnippetFits(ctx, { name, tags, wordings })
    const { state, ownerId, expiresAt } = now
    const input = { name, tags, wordings, state, ownerId, expiresAt }
    return changeSnippetIn(tx, ctx, { id, basedOn: now.version, input, fromNumber: number })
  })
}

/** What was used stays, so that an old answer knows what it was written with. @throws AppError `taken` when it was. */
export async function removeSnippet(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'snippet.remove', async (tx) => {
    await assertMayWriteSnippets(tx, ctx)
    await lockSnippet(tx, ctx, id)
    const { rows } = await tx.execute(sql`select 1 from snippet_uses where snippet_id = ${id} limit 1`)
    if (rows.length > 0)
      throw new AppError('taken', 'Answers were written with this snippet. Retire it: then it is not offered any more.')
    await tx.delete(snippets).where(eq(snippets.id, id))
    return { ...about(id, {}), result: undefined }
  })
}

function columnsOf({ name, tags, wordings, state, ownerId, expiresAt }: SnippetInput) {
  const texts = wordings.flatMap(({ lang, texts: of }) => of.map((text) => ({ lang, text })))
  return { name, tags, wordings, state, ownerId, expiresAt, search: stemsOf({ dear: [name, ...tags], texts }) }
}

async function lockSnippet(tx: Tx, ctx: Context, id: string) {
  const { name, tags, wordings, version, state, ownerId, expiresAt } = snippets
  const [row] = await tx
    .select({ name, tags, wordings, version, state, ownerId, expiresAt })
    .from(snippets)
    .where(and(eq(snippets.workspaceId, ctx.workspaceId), eq(snippets.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This snippet is not here any more.')
  return row
}

/** Held until it stands: two who take one name, or the last place, come one after the other. */
async function lockNames(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('snippets ' || ${workspaceId}, 0))`)
}

async function assertOwnerHere(tx: Tx, ctx: Context, { ownerId }: SnippetInput): Promise<void> {
  await assertMembersHere(tx, ctx, ownerId === null ? [] : [ownerId])
}

async function assertNameFree(tx: Tx, ctx: Context, { id, name }: { id: string; name: string }): Promise<void> {
  const { rows } = await tx.execute(sql`
    select 1 from snippets where workspace_id = ${ctx.workspaceId} and lower(name) = lower(${name}) and id <> ${id}`)
  if (rows.length > 0) throw nameTaken(name)
}

function nameTaken(name: string): AppError {
  return new AppError('taken', {
    en: `There is a snippet “${name}” already. Give this one another name.`,
    nl: `Er is al een bouwsteen “${name}”. Geef deze een andere naam.`,
  })
}

function contentOf({ name, tags, wordings }: SnippetContent): string {
  return JSON.stringify([name, tags, wordings.map(({ lang, network, texts }) => [lang, network, texts])])
}

type NewVersion = { snippetId: string; number: number; content: SnippetContent; fromNumber: number | null }

async function keepVersion(
  tx: Tx,
  ctx: Context,
  { snippetId, number, content, fromNumber }: NewVersion,
): Promise<void> {
  const { name, tags, wordings } = content
  const by = memberOf(ctx).id
  const row = { snippetId, number, name, tags, wordings, fromNumber, by, at: ctx.app.clock.now() }
  await tx.insert(snippetVersions).values({ id: newId(), workspaceId: ctx.workspaceId, ...row })
}

function about(id: string, details: Record<string, unknown>): Changed<string> {
  return { result: id, subject: { kind: 'snippet', id }, details, events: [{ kind: 'snippet.changed' }] }
}
