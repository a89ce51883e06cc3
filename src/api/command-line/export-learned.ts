import type { App } from '#app.ts'
import { readCorrected } from '#mentions/read-corrected.ts'
import { readVersions } from '#mentions/read-learned.ts'
import { writeLine } from './write-line.ts'

const pageMax = 500

type Asked = { kind: 'corrections' | 'learned'; workspaceId: string; since: Date }

/** Corrections as lines of the corpus, or the versions of what was learned from them. */
export async function exportLearned(app: App, { kind, workspaceId, since }: Asked): Promise<number> {
  return kind === 'corrections'
    ? exportCorrections(app, { workspaceId, since })
    : exportVersions(app, { workspaceId, since })
}

type Where = Omit<Asked, 'kind'>

async function exportCorrections(app: App, { workspaceId, since }: Where): Promise<number> {
  let left = 0
  let after: string | undefined
  do {
    const { items, next } = await app.db.inWorkspace(workspaceId, (tx) =>
      readCorrected(tx, { workspaceId, after, limit: pageMax }),
    )
    for (const item of items) {
      if (!item.history.some(({ at }) => at >= since)) continue
      if (item.labels !== null && item.text.trim() !== '') await writeLine(item)
      else left += 1
    }
    after = next ?? undefined
  } while (after)
  if (left > 0)
    process.stderr.write(`${left} left out: erased by their writers, or nobody said what tone or intent they have.\n`)
  return 0
}

async function exportVersions(app: App, { workspaceId, since }: Where): Promise<number> {
  let before: string | undefined
  do {
    const { items, next } = await app.db.inWorkspace(workspaceId, (tx) =>
      readVersions(tx, { workspaceId, before, limit: pageMax }),
    )
    for (const item of items) if (item.madeAt >= since) await writeLine(item)
    before = next ?? undefined
  } while (before)
  return 0
}
