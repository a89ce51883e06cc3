import type { Entries } from './entries.ts'
import { namespaces } from './namespaces.ts'
import type { PostInput } from './post-input.ts'
import type { Scanner } from './scanner.ts'

/** Of a list that a network gives we read this many; more is an attack or a mistake. */
const listMax = 200

const [dash, at] = ['-', '@']

/**
 * Reads a post into the scanner's entries. Returns how many of them, from the first, belong to the title. `wanted` has a 1
 * at the code of every namespace that some query asks for: names of others are not read.
 */
export function readPost(scanner: Scanner, post: PostInput, wanted: Uint8Array): number {
  const { entries } = scanner
  entries.clear()
  scanner.hosts.found = 0
  scanner.hosts.needsPaths = wanted[namespaces.url] === 1
  if (post.title) scanner.read(post.title)
  const titleEntries = entries.count
  scanner.read(post.text)
  if (wanted[namespaces.has] === 1) addHavings(scanner, post)
  if (post.lang !== undefined && wanted[namespaces.lang] === 1) addWithShort(entries, namespaces.lang, post.lang, dash)
  addSource(entries, post, wanted)
  if (post.author !== undefined && wanted[namespaces.author] === 1) addAuthor(entries, post.author)
  if (wanted[namespaces.site] === 1 || wanted[namespaces.url] === 1) addLinks(scanner, post)
  if (post.tags !== undefined && wanted[namespaces.tag] === 1) addTags(entries, post.tags)
  if (post.mentions !== undefined && wanted[namespaces.handle] === 1) addMentions(entries, post.mentions)
  addTraits(entries, post, wanted)
  return titleEntries
}

function addSource(entries: Entries, { network, source }: PostInput, wanted: Uint8Array): void {
  if (network && wanted[namespaces.network] === 1) entries.addName(namespaces.network, network)
  if (wanted[namespaces.source] !== 1) return
  if (network) entries.addName(namespaces.source, network)
  if (source && source !== network) entries.addName(namespaces.source, source)
}

function addAuthor(entries: Entries, author: NonNullable<PostInput['author']>): void {
  if (author.handle) addWithShort(entries, namespaces.author, author.handle, at)
  if (author.name) entries.addName(namespaces.author, tidied(author.name))
}

/** Nearly all names are tidy already. */
function tidied(name: string): string {
  return /^\s|\s$|\s\s|[^\S ]/u.test(name) ? name.trim().replace(/\s+/gu, ' ') : name
}

/** nl-BE is also nl, and jan@server.nl also jan. */
function addWithShort(entries: Entries, namespace: number, name: string, separator: string): void {
  const from = name.startsWith(at) ? 1 : 0
  entries.addName(namespace, name, from)
  const short = name.indexOf(separator, from)
  if (short > from) entries.addName(namespace, name, from, short)
}

function addLinks({ entries, hosts }: Scanner, { url, links }: PostInput): void {
  if (url) hosts.addLink(entries, url)
  if (links === undefined) return
  const count = Math.min(links.length, listMax)
  for (let i = 0; i < count; i++) hosts.addLink(entries, links[i] ?? '')
}

function addTags(entries: Entries, tags: readonly string[]): void {
  const count = Math.min(tags.length, listMax)
  for (let i = 0; i < count; i++) {
    const tag = tags[i] ?? ''
    entries.addName(namespaces.tag, tag, tag.startsWith('#') ? 1 : 0)
  }
}

function addMentions(entries: Entries, mentions: readonly string[]): void {
  const count = Math.min(mentions.length, listMax)
  for (let i = 0; i < count; i++) addWithShort(entries, namespaces.handle, mentions[i] ?? '', at)
}

/** Short closed words, most of them absent. */
function addTraits(entries: Entries, post: PostInput, wanted: Uint8Array): void {
  const { scope, kind, country, is } = post
  if (scope !== undefined && wanted[namespaces.scope] === 1) entries.addName(namespaces.scope, scope)
  if (kind !== undefined && wanted[namespaces.kind] === 1) entries.addName(namespaces.kind, kind)
  if (country !== undefined && wanted[namespaces.country] === 1) entries.addName(namespaces.country, country)
  if (is !== undefined && wanted[namespaces.is] === 1) for (const what of is) entries.addName(namespaces.is, what)
}

function addHavings({ entries, hosts }: Scanner, { has, tags, mentions, links }: PostInput): void {
  for (const what of has ?? []) entries.addName(namespaces.has, what)
  if (tags?.length) entries.addName(namespaces.has, 'tags')
  if (mentions?.length) entries.addName(namespaces.has, 'mentions')
  if (links?.length || hosts.found > 0) entries.addName(namespaces.has, 'link')
}
