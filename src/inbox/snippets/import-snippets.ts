import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { AppError, messageOf } from '#base/errors.ts'
import { members } from '#db/tables/team.ts'
import { snippetLimits, snippetStates } from '#domain/snippet.ts'
import { type FiledSnippet, type FileFormat, readSnippetFile, writeSnippetFile } from '#domain/snippet-file.ts'
import { snippetContentSchema } from '#domain/snippet-input.ts'
import { change, recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { assertSnippetFits } from './assert-snippet-fits.ts'
import { readSnippets, snippetsHere } from './read-snippets.ts'
import { changeSnippetIn, createSnippetIn, type SnippetInput } from './save-snippet.ts'
import { assertMayWriteSnippets } from './snippet-rights.ts'

export type Imported = { made: number; changed: number; same: number; refused: { name: string; error: AppError }[] }

const filedSchema = snippetContentSchema.extend({
  state: z.enum(snippetStates).default('live'),
  tags: snippetContentSchema.shape.tags.default([]),
  owner: z.string().max(120).default(''),
  expires: z.union([z.literal(''), z.iso.date()]).default(''),
})

/**
 * Takes in a file: a name that is here already gets a new version where the words are others. One that does not fit is named, and the others come in.
 *
 * @throws AppError `bad_input` when it is no such file.
 */
export async function importSnippets(
  ctx: Context,
  { text, format }: { text: string; format: FileFormat },
): Promise<Imported> {
  const given = listIn(text, format)
  return change(ctx, 'snippet.write', async (tx) => {
    await assertMayWriteSnippets(tx, ctx)
    const people = await tx
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(and(eq(members.workspaceId, ctx.workspaceId), isNull(members.leftAt)))
    const here = new Map((await snippetsHere(tx, ctx.workspaceId)).map((one) => [one.name.toLowerCase(), one]))
    const done: Imported = { made: 0, changed: 0, same: 0, refused: [] }
    for (const one of given) {
      try {
        const filed = parsed(one)
        const input = inputOf(filed, people)
        assertSnippetFits(ctx, input)
        const known = here.get(filed.name.toLowerCase())
        await tx.transaction(async (part) => {
          const work = known
            ? await changeSnippetIn(part, ctx, { id: known.id, basedOn: known.version, input, fromNumber: null })
            : await createSnippetIn(part, ctx, input)
          await recordChange(part, ctx, 'snippet.write', work)
          const isSame = known !== undefined && work.details?.version === known.version
          done[known ? (isSame ? 'same' : 'changed') : 'made'] += 1
        })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        done.refused.push({ name: nameIn(one), error })
      }
    }
    const { made, changed, same } = done
    const subject = { kind: 'workspace', id: ctx.workspaceId }
    return { result: done, subject, details: { imported: { made, changed, same, refused: done.refused.length } } }
  })
}

/** All of them, as they are taken in again. */
export async function exportSnippets(ctx: Context, format: FileFormat): Promise<string> {
  const { snippets } = await readSnippets(ctx)
  const filed = snippets.map(
    ({ name, state, tags, owner, expiresAt, wordings }): FiledSnippet => ({
      ...{ name, state, tags, owner: owner?.name ?? '', wordings },
      expires: expiresAt?.toISOString().slice(0, 10) ?? '',
    }),
  )
  return writeSnippetFile(filed, format)
}

function listIn(text: string, format: FileFormat): unknown[] {
  const read = tried(() => readSnippetFile(text, format))
  if (Array.isArray(read) && read.length > 0 && read.length <= snippetLimits.count) return read
  throw new AppError('bad_input', {
    en: `This file is no list of 1 to ${snippetLimits.count} snippets.`,
    nl: `Dit bestand is geen lijst van 1 tot ${snippetLimits.count} bouwstenen.`,
  })
}

function tried<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    const why = messageOf(cause)
    const words = { en: `This file cannot be read. ${why}`, nl: `Dit bestand is niet te lezen. ${why}` }
    throw new AppError('bad_input', words, { cause })
  }
}

function parsed(one: unknown): z.output<typeof filedSchema> {
  const { success, data, error } = filedSchema.safeParse(one)
  if (success) return data
  const [issue] = error.issues
  const where = issue?.path.join('.') ?? ''
  throw new AppError('bad_input', {
    en: `${where}: ${issue?.message ?? 'this cannot be read'}`,
    nl: `${where}: dit is niet te lezen of te lang.`,
  })
}

function inputOf(filed: z.output<typeof filedSchema>, people: readonly { id: string; name: string }[]): SnippetInput {
  const { name, tags, wordings, state, owner, expires } = filed
  const ownerId = people.find((one) => one.name.toLowerCase() === owner.trim().toLowerCase())?.id ?? null
  // To the end of that day, wherever one is.
  return { name, tags, wordings, state, ownerId, expiresAt: expires ? new Date(`${expires}T23:59:59Z`) : null }
}

function nameIn(one: unknown): string {
  const name = (one as { name?: unknown } | null)?.name
  return typeof name === 'string' ? name.slice(0, snippetLimits.name) : ''
}
