import type { Plugin } from 'vite'

type Graph = Map<string, readonly string[]>
/** The files that a page starts with and that the inbox starts with, below `root`. */
type Start = { root: string; shell: string; inbox: string }

/**
 * Puts what the first screens need into few files: eighty small ones weigh a tenth more, since each is compressed alone.
 * `base` are the packages and `shell` our own code that every page starts with; `shared` is what the inbox has in common with
 * other screens. What is opened later does not come along: the sets are what is imported without `import()`, from the graph of
 * modules itself. A group may import only groups before it, so that no file runs before what it stands on.
 */
export function firstLoad({ root, shell, inbox }: Start) {
  const idOf = (file: string): string => `${root.replaceAll('\\', '/')}/${file}`
  const imports: Graph = new Map()
  const laterStarts = new Set<string>()
  const sets = new Map<string, Set<string>>()
  const iconsOf = new Map<string, readonly string[]>()
  const plugin: Plugin = {
    name: 'first-load',
    moduleParsed({ id, code, importedIds, dynamicallyImportedIds }) {
      imports.set(id, importedIds)
      iconsOf.set(id, iconFilesIn(code ?? ''))
      for (const start of dynamicallyImportedIds) laterStarts.add(start)
    },
  }
  const needed = (start: string): Set<string> => {
    const set = sets.get(start) ?? reachableFrom(start, imports)
    sets.set(start, set)
    return set
  }
  // Not what the page starts with itself: it waits for what it fetches, which would wait for the file it stands in.
  const inShell = (id: string): boolean => id !== idOf(shell) && hasOneDoor(id) && needed(idOf(shell)).has(id)
  const inInbox = (id: string): boolean => hasOneDoor(id) && needed(idOf(inbox)).has(id)
  const isShared = (id: string): boolean =>
    [...laterStarts].some((start) => start !== idOf(inbox) && needed(start).has(id))
  // An icon that only a later part draws comes with that part; what all icons are made with has no name of its own.
  const isEarlyIcon = (id: string): boolean => {
    const file = iconFile.exec(id)?.groups?.name
    if (!file) return true
    return [shell, inbox].some((start) => [...needed(idOf(start))].some((one) => iconsOf.get(one)?.includes(file)))
  }
  const groups = [
    { name: 'base', test: (id: string): boolean => isPackage(id) && inShell(id) },
    { name: 'icons', test: (id: string): boolean => icons.test(id) && isEarlyIcon(id) },
    { name: 'shell', test: inShell },
    { name: 'shared', test: (id: string): boolean => inInbox(id) && isShared(id) },
  ]
  return { plugin, codeSplitting: { includeDependenciesRecursively: false, groups }, resolveDependencies: notHereYet }
}

const early = /\/(?:base|icons|shell|rolldown-runtime)-[^/]+$/u
const withInbox = /\/shared-[^/]+$/u
const ofInbox = /\/(?:inbox|shared)-[^/]+$/u

/**
 * Beside every `import()` the bundler writes which files it will need, to fetch them all at once. Those that the page or the
 * inbox starts with are here by then, and the file itself is fetched in the same moment anyhow: naming them again at every place
 * is a tenth of the code that names them.
 */
function notHereYet(fetched: string, files: readonly string[], { hostId }: { hostId: string }): string[] {
  return files.filter(
    (file) => file !== fetched && !early.test(file) && !(withInbox.test(file) && ofInbox.test(hostId)),
  )
}

const icons = /lucide-react/u
const iconFile = /lucide-react.*\/icons\/(?<name>[a-z0-9-]+)\.m?js/u
const iconImports = /import\s*\{(?<names>[^}]*)\}\s*from\s*["']lucide-react["']/gu

/** `AlarmClock` stands in alarm-clock.mjs. An older name of an icon finds no file: that icon comes later, which is right too. */
function iconFilesIn(code: string): string[] {
  const names = [...code.matchAll(iconImports)].flatMap(({ groups }) => (groups?.names ?? '').split(','))
  return names.flatMap((one) => {
    const name = one.trim().split(/\s+as\s+/u)[0]
    return name ? [name.replace(/(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])/gu, '-').toLowerCase()] : []
  })
}
/** The front door of such a package imports all its rooms; which of them are used only the bundler knows. */
const manyDoors = /lucide-react|@base-ui/u
const hasOneDoor = (id: string): boolean => !manyDoors.test(id)
/** What the bundler adds of its own has a name that starts with a zero. */
const isPackage = (id: string): boolean => id.includes('node_modules') || id.startsWith('\0')

function reachableFrom(start: string, imports: Graph): Set<string> {
  const found = new Set<string>()
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(imports.get(id) ?? []))
  }
  return found
}
