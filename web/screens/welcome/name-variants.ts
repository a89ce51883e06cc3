/** How else people may write these names: as a tag, as an address, as one word. Only what is not there yet. */
export function nameVariants(names: readonly string[]): string[] {
  const known = new Set(names.map((name) => name.toLowerCase()))
  const offered = names.flatMap(variantsOf).filter((variant) => !known.has(variant.toLowerCase()))
  const byFolded = new Map(offered.map((variant) => [variant.toLowerCase(), variant]))
  return [...byFolded.values()].slice(0, offeredMax)
}

const offeredMax = 6
const initialsMin = 3

function variantsOf(name: string): string[] {
  if (/^[#@]/u.test(name)) return []
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const joined = words.join('').toLowerCase()
  if (!joined) return []
  const initials = words.length >= initialsMin ? words.map((word) => word[0] ?? '').join('') : ''
  return [words.length > 1 ? joined : '', `#${joined}`, `@${joined}`, initials.toUpperCase()].filter(Boolean)
}
