// A part whose words did not come with it shows their numbers, or English on a Dutch screen. So for every file that says
// something: on each way that leads to it, its words are fetched before it is drawn.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { isTest, readSources, root, type SourceFile } from '#testing/source-files.ts'

/** In the order of what is fetched: who has the words of one has those before it. */
const catalogs = ['first', 'beside', 'later'] as const
type Catalog = (typeof catalogs)[number]
type Config = { catalogs: { path: string; include: string[]; exclude?: string[] }[] }
/** How one file leads to another: what is fetched together with it, beyond what is there already. */
type Door = { target: string; brings: Catalog }
type Doors = Map<string, readonly Door[]>

const start = 'web/main.tsx'
const files = readSources(['web']).filter(({ path }) => !isTest(path))
const doors: Doors = new Map(files.map((file) => [file.path, doorsOf(file)]))
const saying = files.filter(({ code }) => /from '@lingui\/(?:core|react)\/macro'/u.test(code)).map(({ path }) => path)

test('no part is drawn before its words are there', async () => {
  const catalogOf = await readCatalogs()
  const without = saying.filter((path) => rank(catalogOf(path)) > rank(brought(doors).get(path) ?? 'later'))
  assert.deepEqual(
    without.map((path) => `${path} (${catalogOf(path)}): ${wayTo(path, rank(catalogOf(path)) - 1)}`),
    [],
  )
})

test('every file that says something has its words in exactly one catalogue', async () => {
  const catalogOf = await readCatalogs()
  for (const path of saying) assert.ok(catalogOf(path), path)
})

test('a way without words is found, also when it is one of two', () => {
  const two: Doors = new Map([
    [start, [door('a', 'later'), door('b', 'first')]],
    ['a', [door('c', 'first')]],
    ['b', [door('c', 'beside')]],
    ['c', []],
  ])
  assert.deepEqual(Object.fromEntries(brought(two)), { [start]: 'first', a: 'later', b: 'first', c: 'beside' })
})

test('what is fetched is read from the source', () => {
  const code = `import type { A } from './a.ts'
import { b } from './b.ts'
const C = lazyPart(() => withWordsBeside(import('./c.tsx')).then((file) => file.C))
const D = lazyPart(async () => (await withWords(import('./d.tsx'))).D)
const E = lazyPart(() => import('./e.tsx').then((file) => file.E))
let f: typeof import('./f.tsx') | undefined`
  const imports = ['a', 'b'].map((name) => ({ names: '', target: `web/${name}.ts`, isType: name === 'a' }))
  assert.deepEqual(doorsOf({ path: 'web/z.tsx', text: code, code, imports }), [
    door('web/b.ts', 'first'),
    door('web/c.tsx', 'beside'),
    door('web/d.tsx', 'later'),
    door('web/e.tsx', 'first'),
  ])
})

function door(target: string, brings: Catalog): Door {
  return { target, brings }
}

function rank(catalog: Catalog): number {
  return catalogs.indexOf(catalog)
}

/** Which words are there for certain when a file is drawn, on the poorest of the ways to it. */
function brought(known: Doors): Map<string, Catalog> {
  const found = new Map<string, Catalog>([[start, 'first']])
  const open = [start]
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const { target, brings } of known.get(from) ?? []) {
      const here = catalogs[Math.max(rank(found.get(from) ?? 'first'), rank(brings))] ?? 'later'
      const before = found.get(target)
      if (before !== undefined && rank(before) <= rank(here)) continue
      found.set(target, here)
      open.push(target)
    }
  }
  return found
}

/** One way that brings too little, to be read in the report of a failure. */
function wayTo(path: string, most: number): string {
  const before = new Map<string, string>([[start, '']])
  for (const from of before.keys())
    for (const { target, brings } of doors.get(from) ?? [])
      if (rank(brings) <= most && !before.has(target)) before.set(target, from)
  const way = [path]
  for (let at = before.get(path); at; at = before.get(at)) way.unshift(at)
  return way.join(' → ')
}

/** Imports at the head of a file are there with it; the others as they are written where they are fetched. */
function doorsOf({ path, code, imports }: SourceFile): Door[] {
  const late = /(?<!typeof )(?:\b(?<how>withWords(?:Beside)?)\(\s*)?\bimport\(\s*'(?<names>[^']+)'\s*\)/gu
  const fetched = [...code.matchAll(late)].map(({ groups }) => ({
    target: targetOf(path, groups?.names ?? ''),
    brings: broughtBy(groups?.how),
  }))
  const fetchedTargets = new Set(fetched.map(({ target }) => target))
  const fixed = imports.filter(({ target, isType }) => target && !isType && !fetchedTargets.has(target))
  return [...fixed.map(({ target = '' }) => door(target, 'first')), ...fetched].filter(({ target }) =>
    target.startsWith('web/'),
  )
}

function broughtBy(how: string | undefined): Catalog {
  if (how === undefined) return 'first'
  return how === 'withWords' ? 'later' : 'beside'
}

function targetOf(path: string, names: string): string {
  return names.startsWith('#') ? names.slice(1) : new URL(names, `file:///${path}`).pathname.slice(1)
}

async function readCatalogs(): Promise<(path: string) => Catalog> {
  const { default: config } = (await import(join(root, 'lingui.config.ts'))) as { default: Config }
  const found = new Map<string, Catalog>()
  for (const { path, include, exclude = [] } of config.catalogs) {
    const name = catalogs.find((one) => path.includes(`/${one}/`)) ?? 'first'
    const places = include.map((place) => (place.includes('.') ? place : `${place}/**/*.*`))
    for (const file of globSync(places, { cwd: root, exclude }).map((one) => one.replaceAll('\\', '/'))) {
      assert.ok(!found.has(file) || !saying.includes(file), `${file} stands in two catalogues`)
      found.set(file, name)
    }
  }
  return (path) => {
    const catalog = found.get(path)
    assert.ok(catalog, `${path} stands in no catalogue`)
    return catalog
  }
}
