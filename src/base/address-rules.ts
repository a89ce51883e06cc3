import ipaddr from 'ipaddr.js'
import { AppError } from './errors.ts'

/** Which hosts inside may be reached after all: only what an administrator named. */
export type AddressRules = {
  /** May a connection to this address be opened, when it was reached by this host name? */
  isAllowed: (address: string, host: string) => boolean
}

/** The widest stretches the list may open. Anything wider would be the "off" switch that must not exist. */
const widestPrefix = { ipv4: 8, ipv6: 32 } as const
const allowedEntriesMax = 200
const hostName = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/

/**
 * Only addresses of the public Internet may be reached, but for what `allow` names: host names (`forum.lan`), addresses
 * (`10.1.2.3`, `fd00::7`) and stretches (`10.1.2.0/24`). A host named there may stand on a private or loopback address; link-local
 * ones, where clouds keep their secrets, must be named as an address.
 * @throws AppError `bad_input` when an entry cannot be read or is too wide.
 */
export function addressRules(allow: readonly string[] = []): AddressRules {
  if (allow.length > allowedEntriesMax) throw badEntry(`${allow.length} entries`, `at most ${allowedEntriesMax} fit`)
  const hosts = new Set<string>()
  const stretches: [ipaddr.IPv4 | ipaddr.IPv6, number][] = []
  for (const raw of allow) {
    const entry = raw.trim().toLowerCase()
    const stretch = readStretch(entry)
    if (stretch) stretches.push(stretch)
    else if (hostName.test(entry)) hosts.add(entry)
    else throw badEntry(raw, 'it is neither a host name, nor an address, nor a CIDR')
  }
  return {
    isAllowed(text, host) {
      const address = readAddress(text)
      if (!address) return false
      if (isPublic(address)) return true
      if (stretches.some((stretch) => address.kind() === stretch[0].kind() && address.match(stretch))) return true
      return hosts.has(plainHost(host)) && homeRanges.has(address.range())
    },
  }
}

/** Ranges a named host may live in: an intranet, or this machine. */
const homeRanges = new Set<string>(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'])
const publicV6 = ipaddr.parseCIDR('2000::/3')

/** True for addresses that belong to the public Internet. What the library does not know is not public. */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(publicV6)
}

/** Strict: four decimal numbers, or IPv6 without a zone. Other spellings were already made plain by the URL parser. */
function readAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text)
  if (!text.includes('%') && ipaddr.IPv6.isValid(text)) return ipaddr.IPv6.parse(text)
  return undefined
}

function readStretch(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  const [base = '', bits, ...rest] = entry.split('/')
  const address = readAddress(base)
  if (!address || rest.length > 0) return undefined
  if (bits === undefined) return [address, address.kind() === 'ipv4' ? 32 : 128]
  const prefix = Number(bits)
  const longest = address.kind() === 'ipv4' ? 32 : 128
  if (!/^\d{1,3}$/.test(bits) || prefix > longest) throw badEntry(entry, `the prefix must be 0 to ${longest}`)
  if (prefix < widestPrefix[address.kind()])
    throw badEntry(entry, `the widest stretch is /${widestPrefix[address.kind()]}; name the hosts you mean`)
  return [address, prefix]
}

/** `[::1]` → `::1`, `Forum.Lan.` → `forum.lan`. */
export function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}

export function isAddress(host: string): boolean {
  return readAddress(host) !== undefined
}

function badEntry(entry: string, why: string): AppError {
  return new AppError(
    'bad_input',
    `The list of allowed inside addresses has “${entry}”: ${why}. Example: forum.lan, 10.1.2.0/24`,
  )
}
