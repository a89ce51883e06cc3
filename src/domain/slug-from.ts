export const slugMax = 40
/** Room is left for the number behind it that makes it unique. */
const madeMax = 30
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

export function looksLikeId(slug: string): boolean {
  return uuid.test(slug)
}

/** What a name makes of itself in an address: "Café Zoë & Zn." is cafe-zoe-zn. */
export function slugFrom(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-/u, '')
  const short = letters.slice(0, madeMax).replace(/-$/u, '')
  return short.length < 2 || looksLikeId(short) ? 'team' : short
}

/** The first of `slug`, `slug-2`, `slug-3` … that nobody has. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let nth = 2; nth <= taken.size + 2; nth += 1) if (!taken.has(`${slug}-${nth}`)) return `${slug}-${nth}`
  return slug
}
