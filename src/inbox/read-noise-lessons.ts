import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { noiseLessons } from '#db/tables/inbox.ts'
import { signatureFrom } from '#triage/alike/min-hash.ts'
import type { TaughtNoise } from '#triage/judge-noise.ts'

/** The newest so many speak; the work of judging stays bounded, and what was said years ago fades. */
const lessonsMax = 500

/** What members of this workspace said of noise and did not take back, the newest first. */
export async function readNoiseLessons(tx: Tx, workspaceId: string): Promise<TaughtNoise[]> {
  const rows = await tx
    .select()
    .from(noiseLessons)
    .where(and(eq(noiseLessons.workspaceId, workspaceId), isNull(noiseLessons.revokedAt)))
    .orderBy(desc(noiseLessons.saidAt))
    .limit(lessonsMax)
  return rows.map((row) => ({
    id: row.id,
    isNoise: row.isNoise,
    topicId: row.topicId,
    authorId: row.authorId,
    words: row.words,
    isByHand: row.conversationId === null,
    signature: row.signature ? signatureFrom(row.signature) : undefined,
  }))
}
