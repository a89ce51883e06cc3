import type { Place } from './phrases.ts'
import { placesOf } from './phrases.ts'

const full = /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?…]/giu
/** As people type them, without https. A name before an @ is an address of e-mail and leads nowhere. */
const bare =
  /(?<![\w@/.-])(?:www\.)?(?:[a-z0-9-]+\.)+(?:nl|be|de|com|org|net|eu|io|shop|app|dev|co|info|biz|store|online|ly|gl|gd|gy|cc|me|example)(?:\/[^\s<>"')\]]*[^\s<>"')\].,;:!?…])?(?![\w@-])/giu

export type Link = Place & { host: string; path: string }

/** The links of a text, in order. */
export function linksIn(text: string): Link[] {
  const fulls = placesOf(text, full)
  const isWithin = ({ span }: Place) => fulls.some((one) => span[0] >= one.span[0] && span[1] <= one.span[1])
  return [...fulls, ...placesOf(text, bare).filter((place) => !isWithin(place))]
    .toSorted((a, b) => a.span[0] - b.span[0])
    .map((place) => ({ ...place, ...addressOf(place.found) }))
}

/** Does this link lead to one of these addresses (`zilvermeeuw.nl`, `zilvermeeuw.nl/help`), or below it? */
export function leadsTo({ host, path }: Pick<Link, 'host' | 'path'>, addresses: readonly string[]): boolean {
  return addresses.some((address) => {
    const other = addressOf(address)
    if (other.host === '') return false
    const isHost = host === other.host || host.endsWith(`.${other.host}`)
    return (
      isHost &&
      (path === other.path ||
        path.startsWith(other.path.endsWith('/') ? other.path : `${other.path}/`) ||
        other.path === '/')
    )
  })
}

export function addressOf(link: string): { host: string; path: string } {
  const [, host = '', path = ''] = link
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, '')
    .match(/^(?:www\.)?([^/?#:]*)(?::\d+)?([^?#]*)/u) ?? ['', '', '']
  return { host, path: path === '' ? '/' : path.length > 1 ? path.replace(/\/+$/u, '') : path }
}
