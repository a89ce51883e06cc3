import { hostOfLink, hostSuffixes } from './link-text.ts'
import { namespaces } from './literal-keys.ts'
import type { PostInput } from './post-input.ts'
import type { Scanner } from './scanner.ts'

/** Of a list that a network gives we read this many; more is an attack or a mistake. */
const listMax = 200

/** Reads a post into the scanner's entries. Returns how many of them, from the first, belong to the title. */
export function readPost(scanner: Scanner, post: PostInput): number {
  const { entries } = scanner
  entries.clear()
  if (post.title) scanner.read(post.title)
  const titleEntries = entries.count
  scanner.read(post.text)
  const add = (namespace: string, name: string): void => entries.addName(namespace, name)
  if (post.lang) withShortForm(namespaces.lang, post.lang, '-', add)
  if (post.network) add(namespaces.source, post.network)
  if (post.source && post.source !== post.network) add(namespaces.source, post.source)
  if (post.author?.handle) withShortForm(namespaces.author, post.author.handle, '@', add)
  if (post.author?.name) add(namespaces.author, post.author.name.normalize('NFC').trim().replace(/\s+/gu, ' '))
  if (post.url) addHosts(post.url, add)
  for (const link of post.links?.slice(0, listMax) ?? []) addHosts(link, add)
  for (const tag of post.tags?.slice(0, listMax) ?? []) add(namespaces.tag, tag.normalize('NFC').replace(/^#/, ''))
  for (const mention of post.mentions?.slice(0, listMax) ?? []) withShortForm(namespaces.handle, mention, '@', add)
  return titleEntries
}

/** nl-BE is also nl, and jan@server.nl also jan. */
function withShortForm(
  namespace: string,
  name: string,
  separator: string,
  add: (namespace: string, name: string) => void,
): void {
  const whole = name.startsWith('@') ? name.slice(1) : name
  const short = whole.indexOf(separator)
  add(namespace, whole)
  if (short > 0) add(namespace, whole.slice(0, short))
}

function addHosts(link: string, add: (namespace: string, name: string) => void): void {
  const host = hostOfLink(link)
  if (host === undefined) return
  for (const suffix of hostSuffixes(host)) add(namespaces.site, suffix)
}
