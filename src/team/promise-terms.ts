import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import type { Tx } from '#db/database.ts'
import { workspaces } from '#db/tables/team.ts'
import type { PromiseTerms } from '#domain/promise-rule.ts'

type Row = Pick<typeof workspaces.$inferSelect, 'promiseRules' | 'promiseMinutes' | 'openingHours' | 'promiseVersion'>

/** What a workspace promises, as its row says it. */
export function termsIn({ promiseRules, promiseMinutes, openingHours, promiseVersion }: Row): PromiseTerms {
  return { rules: promiseRules, minutes: promiseMinutes, hours: openingHours, version: promiseVersion }
}

export async function readPromiseTerms(tx: Tx, workspaceId: string): Promise<PromiseTerms> {
  const [row] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId))
  return termsIn(present(row, 'the workspace we are in'))
}
