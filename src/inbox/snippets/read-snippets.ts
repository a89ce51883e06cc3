import { and, desc, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { snippets, snippetVersions } from '#db/tables/snippets.ts'
import { members } from '#db/tables/team.ts'
import type { SnippetContent, SnippetSettings, SnippetState } from '#domain/snippet.ts'
import type { Context } from '#team/context.ts'
import { mayWriteSnippets, readSnippetSettings } from './snippet-rights.ts'

type Person = { id: string; name: string }
export type ReadSnippet = SnippetContent & {
  id: string
  /** Of the version that holds. */
  versionId: string
  version: number
  state: SnippetState
  owner: Person | null
  expiresAt: Date | null
  changedAt: Date
  uses: number
  lastUsedAt: Date | null
}
export type ReadSnippets = { snippets: ReadSnippet[]; settings: SnippetSettings; mayWrite: boolean }

/** All of them, by name: there are few enough to search where they are shown, also without a connection. */
export async function readSnippets(ctx: Context): Promise<ReadSnippets> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const settings = await readSnippetSettings(tx, ctx.workspaceId)
    return { snippets: await snippetsHere(tx, ctx.workspaceId), settings, mayWrite: mayWriteSnippets(ctx, settings) }
  })
}

export async function snippetsHere(tx: Tx, workspaceId: string): Promise<ReadSnippet[]> {
  const { id, name, tags, wordings, version, state, expiresAt, changedAt } = snippets
  const rows = await tx
    .select({
      ...{ id, name, tags, wordings, version, state, expiresAt, changedAt },
      versionId: snippetVersions.id,
      owner: { id: members.id, name: members.name },
      uses: sql<number>`(select count(*)::int from snippet_uses where snippet_id = ${id})`,
      lastUsedAt: sql<string | null>`(select max(at) from snippet_uses where snippet_id = ${id})`,
    })
    .from(snippets)
    .innerJoin(snippetVersions, and(eq(snippetVersions.snippetId, id), eq(snippetVersions.number, version)))
    .leftJoin(members, eq(members.id, snippets.ownerId))
    .where(eq(snippets.workspaceId, workspaceId))
    .orderBy(sql`lower(${name})`)
  return rows.map((row) => ({ ...row, lastUsedAt: row.lastUsedAt === null ? null : new Date(row.lastUsedAt) }))
}

export type ReadSnippetVersion = SnippetContent & {
  id: string
  number: number
  fromNumber: number | null
  by: Person | null
  at: Date
  uses: number
}

const versionsMax = 100

/** What it said, the newest first. @throws AppError `not_found` */
export async function readSnippetVersions(ctx: Context, snippetId: string): Promise<ReadSnippetVersion[]> {
  const { id, number, name, tags, wordings, fromNumber, at } = snippetVersions
  const rows = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select({
        ...{ id, number, name, tags, wordings, fromNumber, at },
        by: { id: members.id, name: members.name },
        uses: sql<number>`(select count(*)::int from snippet_uses where version_id = ${id})`,
      })
      .from(snippetVersions)
      .leftJoin(members, eq(members.id, snippetVersions.by))
      .where(eq(snippetVersions.snippetId, snippetId))
      .orderBy(desc(number))
      .limit(versionsMax),
  )
  if (rows.length === 0) throw new AppError('not_found', 'This snippet is not here any more.')
  return rows
}
