import { desc, eq } from 'drizzle-orm'
import { knowledgeItems } from '#db/tables/snippets.ts'
import { members } from '#db/tables/team.ts'
import type { KnowledgeStatement } from '#domain/knowledge.ts'
import { mayWriteSnippets, readSnippetSettings } from '#inbox/snippets/snippet-rights.ts'
import type { Context } from '#team/context.ts'

export type ReadFact = {
  id: string
  statements: KnowledgeStatement[]
  source: string
  confirmedBy: string
  since: Date | null
  validUntil: Date | null
  owner: { id: string; name: string } | null
  tags: string[]
  topicIds: string[]
  revision: number
  changedAt: Date
}

/** All that is known, the newest first. */
export async function readKnowledge(ctx: Context): Promise<{ facts: ReadFact[]; mayWrite: boolean }> {
  const { id, statements, source, confirmedBy, since, validUntil, tags, topicIds, revision, changedAt } = knowledgeItems
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const facts = await tx
      .select({
        ...{ id, statements, source, confirmedBy, since, validUntil, tags, topicIds, revision, changedAt },
        owner: { id: members.id, name: members.name },
      })
      .from(knowledgeItems)
      .leftJoin(members, eq(members.id, knowledgeItems.ownerId))
      .where(eq(knowledgeItems.workspaceId, ctx.workspaceId))
      .orderBy(desc(knowledgeItems.createdAt), desc(id))
    return { facts, mayWrite: mayWriteSnippets(ctx, await readSnippetSettings(tx, ctx.workspaceId)) }
  })
}
