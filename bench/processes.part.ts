import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second in /proc: the same on every Linux that Node runs on. */
const ticks = 100

/** A process and all that it started, and those started, that still run. Linux only. */
export function treeOf(pid: number): number[] {
  const parents = new Map(allPids().map((one) => [one, statOf(one).parent]))
  const family = new Set([pid])
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const [one, parent] of parents) if (family.has(parent)) family.add(one)
  }
  return [...family]
}

/**
 * Resident memory of these processes together, each page once: pages of their own and of shared memory by PSS, which shares
 * them out among those who hold them; pages of a file by whoever holds most of it, since strangers may hold it too.
 */
export function memoryMb(pids: readonly number[]): number {
  const files = new Map<string, number>()
  let kb = 0
  for (const pid of pids) {
    const rollup = read(`/proc/${pid}/smaps_rollup`)
    kb += numberAfter(rollup, 'Pss_Anon') + numberAfter(rollup, 'Pss_Shmem')
    for (const [path, rss] of filesOf(pid)) files.set(path, Math.max(rss, files.get(path) ?? 0))
  }
  return (kb + sum([...files.values()])) / 1_024
}

/** Kilobytes resident of each file that a process has mapped, without what it wrote into its own copy. */
function filesOf(pid: number): Map<string, number> {
  const files = new Map<string, number>()
  const maps = read(`/proc/${pid}/smaps`).split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
  for (const map of maps) {
    const path = /^\S+ \S+ \S+ \S+ [1-9]\d* +(\/.*)$/m.exec(map.slice(0, map.indexOf('\n')))?.[1]
    if (!path || /^\/(dev|memfd:|SYSV)/.test(path)) continue
    const kb = numberAfter(map, 'Rss') - numberAfter(map, 'Anonymous')
    files.set(path, (files.get(path) ?? 0) + kb)
  }
  return files
}

function numberAfter(text: string, name: string): number {
  return Number(new RegExp(`^${name}: +(\\d+)`, 'm').exec(text)?.[1] ?? 0)
}

/** Processor time used so far. */
export function cpuSeconds(pids: readonly number[]): number {
  return sum(pids.map((pid) => statOf(pid).cpuTicks)) / ticks
}

export function nameOf(pid: number): string {
  const words = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
  const title = /^postgres: .*/.exec(words)?.[0]
  if (title) return title
  return /src\/main\.ts|run\/start\.mjs|\/bin\/postgres\b/.exec(words)?.[0] ?? words.slice(0, 60)
}

function allPids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/** Times include those of children that have ended and were waited for. */
function statOf(pid: number): { parent: number; cpuTicks: number } {
  const text = read(`/proc/${pid}/stat`)
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return { parent: fields[1] ?? 0, cpuTicks: sum([11, 12, 13, 14].map((at) => fields[at] ?? 0)) }
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
