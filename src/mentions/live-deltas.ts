import { and, eq, inArray } from 'drizzle-orm'
import type { App } from '#app.ts'
import { deltaVersions } from '#db/tables/learning.ts'
import { type Delta, openDelta, readDelta } from '#triage/delta.ts'
import { modelVersions } from '#triage/model-versions.ts'

export type Deltas = ReadonlyMap<string, Delta>

/** What counts of what a workspace taught, by language. Weights that are here already (`before`) are not read again. */
export async function readLiveDeltas(app: App, workspaceId: string, before: Deltas | undefined): Promise<Deltas> {
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const live = await tx
      .select({
        id: deltaVersions.id,
        lang: deltaVersions.lang,
        version: deltaVersions.version,
        model: deltaVersions.model,
      })
      .from(deltaVersions)
      .where(and(eq(deltaVersions.workspaceId, workspaceId), eq(deltaVersions.state, 'live')))
    const ours = live.filter(({ lang, model }) => modelVersions.get(lang) === model)
    const missing = ours.filter(({ lang, version }) => before?.get(lang)?.version !== named(version))
    const rows =
      missing.length === 0
        ? []
        : await tx
            .select({ id: deltaVersions.id, weights: deltaVersions.weights })
            .from(deltaVersions)
            .where(
              inArray(
                deltaVersions.id,
                missing.map(({ id }) => id),
              ),
            )
    const weightsById = new Map(rows.map(({ id, weights }) => [id, weights]))
    const deltas = ours.flatMap(({ id, lang, version }): [string, Delta][] => {
      const weights = weightsById.get(id)
      const known = before?.get(lang)
      if (weights) return [[lang, openDelta(readDelta(weights), { lang, version: named(version) })]]
      return known?.version === named(version) ? [[lang, known]] : []
    })
    return new Map(deltas)
  })
}

/** As an assessment names it, behind the weights it was added to. */
function named(version: string): string {
  return `taught-${version}`
}
