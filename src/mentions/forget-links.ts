import { eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { authors, notSameAuthors, people } from '#db/tables/mentions.ts'
import type { LinkedAuthor } from './lock-people.ts'

/** Whoever is erased is linked to nobody, and nothing says whom they are not. Who stays keeps the others; one alone is no person. */
export async function forgetLinks(
  tx: Tx,
  { going, staying }: { going: readonly LinkedAuthor[]; staying: readonly LinkedAuthor[] },
): Promise<void> {
  const ids = going.map(({ id }) => id)
  await tx.delete(notSameAuthors).where(or(inArray(notSameAuthors.oneId, ids), inArray(notSameAuthors.otherId, ids)))
  const personId = going[0]?.personId ?? null
  if (!personId) return
  const leaving = staying.length > 1 ? going : [...going, ...staying]
  await tx
    .update(authors)
    .set({ personId: null, linkedBy: null, linkedAt: null })
    .where(
      inArray(
        authors.id,
        leaving.map(({ id }) => id),
      ),
    )
  if (staying.length <= 1) await tx.delete(people).where(eq(people.id, personId))
}
