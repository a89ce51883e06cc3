import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { present } from '#base/assert.ts'

/** One import of a file: what is named, the file of ours it leads to, and whether only types come over. */
export type SourceImport = { names: string; target: string | undefined; isType: boolean }

export type SourceFile = {
  /** From the root of the project, with slashes: `src/base/log.ts`. */
  path: string
  text: string
  /** Without comments, where a word would only be talked about. */
  code: string
  imports: SourceImport[]
}

export const root = dirname(dirname(import.meta.dirname))
const skippedFolders = new Set(['node_modules', 'dist', 'data', '.git'])

/** All files below these folders of the project whose name ends so. */
export function filesBelow(folders: string[], ending: RegExp): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : walk(path)
      return ending.test(entry.name) ? [relative(root, path).split(sep).join('/')] : []
    })
  return folders.map((folder) => join(root, folder)).flatMap((folder) => (existsSync(folder) ? walk(folder) : []))
}

export function readSources(folders: string[]): SourceFile[] {
  return filesBelow(folders, /\.(ts|tsx|mjs)$/)
    .filter((path) => !path.endsWith('.d.ts'))
    .sort()
    .map((path) => readSource(path))
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8')
  const code = withoutComments(text)
  return { path, text, code, imports: importsOf(path, code) }
}

/** Line comments only where nothing but space stands before them: `https://` within a text is none. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

const staticImport = /^(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'/gm
const dynamicImport = /\bimport\(\s*'([^']+)'\s*\)/g

function importsOf(path: string, code: string): SourceImport[] {
  const fixed = [...code.matchAll(staticImport)].map(([, type, names = '']) => ({ names, isType: type !== undefined }))
  const late = [...code.matchAll(dynamicImport)].map(([, names = '']) => ({ names, isType: false }))
  return [...fixed, ...late].map((one) => ({ ...one, target: targetOf(path, one.names) }))
}

function targetOf(path: string, names: string): string | undefined {
  if (names.startsWith('#web/') || names.startsWith('#test/')) return names.slice(1)
  if (names.startsWith('#')) return `src/${names.slice(1)}`
  return names.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), names)) : undefined
}

export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/') || path.startsWith('src/testing/')
}

/** The part of src/ a file belongs to: a folder, or a file that stands alone. */
export function partOf(path: string): string {
  return present(path.split('/')[1], `${path} lies in a folder`)
}

/** The first circle among files that import each other, as the way around it. */
export function circleIn(files: SourceFile[]): string[] | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const visit = (path: string, way: string[]): string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
    const file = byPath.get(path)
    if (!file || done.has(path)) return undefined
    for (const { target } of file.imports) {
      const circle = target === undefined ? undefined : visit(target, [...way, path])
      if (circle) return circle
    }
    done.add(path)
    return undefined
  }
  for (const { path } of files) {
    const circle = visit(path, [])
    if (circle) return circle
  }
  return undefined
}
