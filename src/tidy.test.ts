// The rules of ARCHITECTURE.md, as a test. A rule that cannot fail is none: the last tests break each on purpose.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { developerNames, type Setting, settingTable } from '#base/settings.ts'
import { circleIn, filesBelow, isTest, partOf, readSources, root, type SourceFile } from '#testing/source-files.ts'
import { owners } from './db/owners.ts'

/** Imports point left. This line is the architecture. */
const order =
  'base domain connectors languages db bus app.ts team listen match triage mentions notify inbox reply demo crisis report strategy training api main.ts'.split(
    ' ',
  )

const linesMax = 400
const all = readSources(['src', 'web', 'test', 'bench', 'run'])
const src = all.filter(({ path }) => path.startsWith('src/'))
const web = all.filter(({ path }) => path.startsWith('web/'))
const program = [...src, ...web].filter(({ path }) => !isTest(path))

function check(breaches: string[]): void {
  assert.deepEqual(breaches, [], breaches.join('\n'))
}

test('imports point left', () => check(src.flatMap(importsToTheRight)))
test('no files import each other in a circle', () =>
  check(
    circleIn(src.filter(({ path }) => !isTest(path)))
      ?.join(' → ')
      .split('\n') ?? [],
  ))
test('connectors and languages know only the words and the tools, and nobody names one', () =>
  check(src.flatMap(pluginBreaches)))
test('the pages know only the words and the types of the contract', () => check(web.flatMap(webBreaches)))
test('only tests use testing/', () => check(program.flatMap(testingBreaches)))
test('another folder is #folder/file.ts, never ../', () => check(all.flatMap(upwardImports)))
test('shared code never asks which network it has before it', () =>
  check(program.flatMap((file) => idComparisons(file, connectorIds()))))
test('a table has one writer', () => check(program.flatMap((file) => foreignWrites(file, tableNames()))))
test(`no file has over ${linesMax} lines`, () => check(all.flatMap(longFiles)))
test('a file is named after what is in it', () => check(all.flatMap(vagueNames)))
test('no screen writes a key by itself', () => check([...web.flatMap(literalKeys), ...sentencesWithKeys()]))
test('no test is skipped, focused or put off', () => check(all.flatMap(skippedTests)))

function importsToTheRight({ path, imports }: SourceFile): string[] {
  const from = partOf(path)
  if (isTest(path)) return []
  const reach = order.indexOf(from)
  if (reach < 0) return [`${path}: ${from} has no place in the order`]
  return imports.flatMap(({ target }) => {
    if (!target?.startsWith('src/') || partOf(target) === from || order.indexOf(partOf(target)) < reach) return []
    return [`${path} imports ${target}, which does not stand to its left`]
  })
}

const plugins = ['connectors', 'languages']

/** A plug-in and the folder of its parts belong together: src/connectors/name.ts, src/connectors/name/part.ts. */
function pluginOf(path: string): string {
  return path
    .split('/')
    .slice(1, 3)
    .join('/')
    .replace(/(\.test)?\.ts$/, '')
}

function pluginBreaches({ path, imports }: SourceFile): string[] {
  return imports.flatMap(({ target }) => {
    if (!target?.startsWith('src/') || pluginOf(path) === pluginOf(target)) return []
    if (plugins.includes(partOf(target)) && !path.startsWith('src/testing/')) return [`${path} names ${target}`]
    const isAllowed = ['base', 'domain'].includes(partOf(target)) || isTest(path)
    return plugins.includes(partOf(path)) && !isAllowed ? [`${path} imports ${target}`] : []
  })
}

function webBreaches({ path, imports }: SourceFile): string[] {
  return imports.flatMap(({ target, isType }) => {
    if (!target?.startsWith('src/') || target.startsWith('src/domain/')) return []
    if (target.startsWith('src/api/contract/') && isType) return []
    return isTest(path) && target.startsWith('src/testing/') ? [] : [`${path} imports ${target}`]
  })
}

function testingBreaches({ path, imports }: SourceFile): string[] {
  return imports
    .filter(({ target }) => target?.startsWith('src/testing/'))
    .map(({ target }) => `${path} imports ${target}`)
}

function upwardImports({ path, imports }: SourceFile): string[] {
  // A script runs before the map of imports can be relied on; the servers of test/bluesky are a package of their own.
  const isScript = path.endsWith('.mjs') || path.startsWith('test/bluesky/server/')
  return imports
    .filter(({ names }) => names.startsWith('../') && !isScript)
    .map(({ names }) => `${path} imports ${names}`)
}

function connectorIds(): string[] {
  return filesBelow(['src/connectors'], /\.ts$/)
    .filter((path) => dirname(path) === 'src/connectors' && !isTest(path))
    .map((path) => basename(path, '.ts'))
}

/** Only where a network, connector or id stands on the other side: other things are called "feed" too. */
function idComparisons({ path, code }: SourceFile, ids: string[]): string[] {
  if (path.startsWith('src/connectors/')) return []
  const asked = String.raw`\b\w*(?:id|network|connector)\b\)?`
  const literal = `['"](?:${ids.join('|')})['"]`
  const compared = `${asked}\\s*[!=]==?\\s*${literal}|${literal}\\s*[!=]==?\\s*[\\w.]*${asked}`
  const switched = `switch \\([^)]*${asked}[^{]*\\{[^}]*?case ${literal}`
  return [...code.matchAll(new RegExp(`${compared}|${switched}`, 'gi'))].map(([found]) => `${path}: ${found}`)
}

/** The constant of a table in src/db/tables and the table's name, both as they are written in a statement. */
function tableNames(): Map<string, string> {
  const tables = src.filter(({ path }) => path.startsWith('src/db/tables/'))
  const pairs = tables.flatMap(({ code }) => [...code.matchAll(/export const (\w+) = pgTable\(\s*'(\w+)'/g)])
  return new Map([
    ...pairs.map(([, constant = '', name = '']) => [constant, name] as const),
    ['migrations', 'migrations'],
  ])
}

const builtWrite = /\.(?:insert|update|delete)\(\s*(\w+)\s*\)/g
const plainWrite = /\b(?:insert\s+into|delete\s+from|truncate(?:\s+table)?|update)\s+(?:\$\{\s*)?"?(\w+)/gi

function foreignWrites({ path, code }: SourceFile, constants: Map<string, string>): string[] {
  const names = new Map([...constants].map(([, name]) => [name, name]))
  const built = [...code.matchAll(builtWrite)].map(([, word = '']) => constants.get(word))
  const plain = [...code.matchAll(plainWrite)].map(([, word = '']) => constants.get(word) ?? names.get(word))
  const written = new Set([...built, ...plain].filter((name) => name !== undefined))
  return [...written].flatMap((name) => {
    const owner = owners[name]
    if (owner === undefined) return [`${path} writes ${name}, which has no owner in src/db/owners.ts`]
    return owner === partOf(path) ? [] : [`${path} writes ${name}, which belongs to ${owner}`]
  })
}

function longFiles({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - 1
  return lines > linesMax ? [`${path} has ${lines} lines`] : []
}

const vague = new Set(['index', 'util', 'utils', 'helper', 'helpers', 'type', 'types', 'common', 'misc', 'shared'])

function vagueNames({ path }: SourceFile): string[] {
  const name = basename(path).replace(/(\.test|\.config)?\.\w+$/, '')
  const isKebab = /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name)
  return vague.has(name) || !isKebab ? [path] : []
}

function skippedTests({ path, code }: SourceFile): string[] {
  const skip = /\b(?:test|it|describe|suite)\.(?:only|skip|todo)\b|\bt\.(?:skip|todo)\(|\b(?:only|skip|todo): *true/g
  return [...code.matchAll(skip)].map(([found]) => `${path}: ${found}`)
}

/** Keys come from the list of commands: everybody may choose others, and a literal would lie. */
function literalKeys({ path, code }: SourceFile): string[] {
  if (!path.endsWith('.tsx')) return []
  const inKbd = String.raw`<Kbd\b[^>]*>\s*[^\s{<]|<Kbd\b[^>]*>\s*\{\s*['"\x60]`
  const asProp = String.raw`\b(?:keys|command|shortcut)=(?:\{\s*\[\s*['"]|"(?![a-zA-Z]{2})|\{\s*['"](?![a-zA-Z]{2}))`
  const shown = String.raw`\bkeysShown\(\s*['"]`
  return [...code.matchAll(new RegExp(`${inKbd}|${asProp}|${shown}`, 'g'))].map(([found]) => `${path}: ${found}`)
}

/** A capital by itself is a key, except where English has a word of one letter. What comes from the list is a placeholder. */
function keysInWords(sentence: string): string[] {
  return [...sentence.matchAll(/(?<=^|[\s“(])(?:[B-HJ-Z]|(?:Ctrl|⌘)[+ ]?[A-Z↵])(?=[\s,.;:”)]|$)/gu)].map(([key]) => key)
}

function sentencesWithKeys(): string[] {
  const catalogues = filesBelow(['web/words'], /en\.json$/)
  type Entries = Record<string, { message?: string }>
  return catalogues
    .flatMap((path) => Object.values(JSON.parse(readFileSync(join(root, path), 'utf8')) as Entries))
    .flatMap(({ message = '' }) => keysInWords(message).map((key) => `“${message}” names the key ${key}`))
}

const documents = [...filesBelow(['docs'], /\.md$/), ...rootDocuments()]

function rootDocuments(): string[] {
  const names = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']
  return names.filter((name) => existsSync(join(root, name)))
}

test('every part of src/ has its line in ARCHITECTURE.md', () => {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const parts = [...new Set(src.map(({ path }) => partOf(path)))]
  check(parts.filter((part) => !new RegExp(`^ +${part.replace('.', '\\.')}/? `, 'm').test(page)))
})

test('the order of this test is the order of ARCHITECTURE.md', () => {
  assert.ok(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').includes(order.join(' ')))
})

test('every file that a document names exists', () =>
  check(documents.flatMap((path) => deadPaths(path, readFileSync(join(root, path), 'utf8')))))

/** Paths in `code`, and links. What has a <place>, an * or an … in it is a pattern and names no file. */
function deadPaths(document: string, text: string): string[] {
  const inCode = [...text.matchAll(/`((?:src|web|test|bench|docs|run|\.ci)\/[\w./-]*)`/g)].map(([, path = '']) => path)
  const ours = [...text.matchAll(/`#(\w[\w.-]*\/[\w./-]+)`/g)].map(([, path = '']) => `src/${path}`)
  const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, path = '']) =>
    join(dirname(document), path),
  )
  return [...inCode, ...ours, ...links]
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `${document} names ${path}`)
}

/** Names that belong to the system or to other programs, or that a test gives to its own child. */
const foreignNames = new Set(
  'PATH HOME TMPDIR TEMP TMP NODE_ENV NO_COLOR CI SystemRoot LD_LIBRARY_PATH DEBIAN_FRONTEND npm_execpath npm_lifecycle_event TEST_INTERNET WEDERHOOR_'.split(
    ' ',
  ),
)

test('every variable that the code reads is a documented setting', () => {
  const settings = Object.values<Setting>(settingTable).map(({ name }) => name)
  const forDevelopers = [...developerNames, 'CHROMIUM_PATH', 'MATCH_SEED']
  const known = new Set([...settings, ...forDevelopers, ...foreignNames])
  const used = all
    .filter(({ path }) => path !== 'src/base/settings.test.ts')
    .flatMap(({ path, code }) => {
      const names = [...code.matchAll(/process\.env\.(\w+)|\b(WEDERHOOR_\w+)/g)].map(
        ([, read, ours]) => read ?? ours ?? '',
      )
      return names.filter((name) => !known.has(name)).map((name) => `${path} reads ${name}`)
    })
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
  check([
    ...used,
    ...forDevelopers.filter((name) => !guide.includes(name)).map((name) => `CONTRIBUTING.md lacks ${name}`),
  ])
})

/** A file as it should not be. */
function bad(path: string, code: string, target?: string): SourceFile {
  const imports = target === undefined ? [] : [{ names: target.replace('src/', '#'), target, isType: false }]
  return { path, text: code, code, imports }
}

for (const [rule, breaches] of [
  ['to the right', importsToTheRight(bad('src/base/log.ts', '', 'src/inbox/claim.ts'))],
  ['a part without a place', importsToTheRight(bad('src/misc/log.ts', ''))],
  ['a plug-in that is named', pluginBreaches(bad('src/listen/poll.ts', '', 'src/connectors/bluesky.ts'))],
  ['a plug-in that names another', pluginBreaches(bad('src/connectors/a.ts', '', 'src/connectors/b.ts'))],
  ['a plug-in that reaches out', pluginBreaches(bad('src/languages/nl.ts', '', 'src/triage/assess.ts'))],
  ['a page that imports the server', webBreaches(bad('web/main.tsx', '', 'src/db/migrate.ts'))],
  ['a page that imports the contract’s values', webBreaches(bad('web/main.tsx', '', 'src/api/contract/contract.ts'))],
  ['a program that uses testing', testingBreaches(bad('src/db/open.ts', '', 'src/testing/fake-clock.ts'))],
  [
    'an id that is compared',
    idComparisons(bad('src/reply/send.ts', "if (connector.id === 'bluesky') hide()"), ['bluesky']),
  ],
  ['an id before the network', idComparisons(bad('web/a.tsx', "'bluesky' !== post.network"), ['bluesky'])],
  [
    'an id as a case',
    idComparisons(bad('src/reply/send.ts', "switch (connector.id) {\n  case 'bluesky':"), ['bluesky']),
  ],
  ['a write by another', foreignWrites(bad('src/inbox/a.ts', 'insert into migrations values (1)'), tableNames())],
  ['a built write by another', foreignWrites(bad('src/inbox/a.ts', 'tx\n.delete(migrations)'), tableNames())],
  ['a long file', longFiles(bad('src/base/a.ts', '\n'.repeat(linesMax + 1)))],
  ['a vague name', vagueNames(bad('src/base/utils.ts', ''))],
  ['a name in humps', vagueNames(bad('src/base/openLog.ts', ''))],
  ['a key on a screen', literalKeys(bad('web/a.tsx', '<Kbd>E</Kbd>'))],
  ['a key in a tooltip', literalKeys(bad('web/a.tsx', "<IconBtn label={t`Wait`} keys={['H']}>"))],
  ['a key for a command', literalKeys(bad('web/a.tsx', '<Tip label="Done" command="E">'))],
  ['a key that is drawn', literalKeys(bad('web/a.tsx', "keysShown('$mod+k')"))],
  ['a key in a sentence', keysInWords('It goes out in a moment. Z takes it back.')],
  ['a dead path', deadPaths('README.md', 'see `src/base/nowhere.ts`')],
  ['a dead link', deadPaths('README.md', 'see [there](docs/nowhere.md)')],
] as const) {
  test(`the rules find ${rule}`, () => assert.equal(breaches.length, 1))
}

test('the rules find a circle', () => {
  const files = [bad('src/base/a.ts', '', 'src/base/b.ts'), bad('src/base/b.ts', '', 'src/base/a.ts')]
  assert.deepEqual(circleIn(files), ['src/base/a.ts', 'src/base/b.ts', 'src/base/a.ts'])
})
