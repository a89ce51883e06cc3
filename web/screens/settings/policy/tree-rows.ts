import { branchesOf, type PolicyBranch, type PolicyNode, type PolicyPath } from '#domain/policy.ts'

/** One line of the tree as it is drawn. What holds otherwise stands at the margin of its condition, as in the text. */
export type TreeRow = {
  path: PolicyPath
  node: PolicyNode
  branch: PolicyBranch | null
  level: number
  isElse: boolean
}

/** The lines in reading order; below what is folded there are none. */
export function treeRows(root: PolicyNode, folded: ReadonlySet<PolicyPath>): TreeRow[] {
  const rows: TreeRow[] = []
  const add = (row: TreeRow) => {
    rows.push(row)
    if (folded.has(row.path)) return
    for (const [branch, node] of branchesOf(row.node)) {
      const isElse = row.node.kind === 'when' && branch === 'no'
      const path = row.path + branch[0]
      add({ path, node, branch, level: isElse ? row.level : row.level + 1, isElse })
    }
  }
  add({ path: '', node: root, branch: null, level: 1, isElse: false })
  return rows
}

/** Where the arrow keys lead, and whether a line is to be folded or opened first. */
export function treeMove(
  rows: readonly TreeRow[],
  { path, key, folded }: { path: PolicyPath; key: string; folded: ReadonlySet<PolicyPath> },
): { to: PolicyPath } | { fold: PolicyPath } | { open: PolicyPath } | undefined {
  const at = rows.findIndex((row) => row.path === path)
  const here = rows[at]
  if (!here) return undefined
  const to = (row: TreeRow | undefined) => row && { to: row.path }
  const hasBelow = here.node.kind !== 'leaf'
  switch (key) {
    case 'ArrowDown':
      return to(rows[at + 1])
    case 'ArrowUp':
      return to(rows[at - 1])
    case 'Home':
      return to(rows[0])
    case 'End':
      return to(rows.at(-1))
    case 'ArrowRight':
      if (hasBelow && folded.has(path)) return { open: path }
      return hasBelow ? to(rows[at + 1]) : undefined
    case 'ArrowLeft':
      if (hasBelow && !folded.has(path)) return { fold: path }
      return path === '' ? undefined : { to: path.slice(0, -1) }
    default:
      return undefined
  }
}
