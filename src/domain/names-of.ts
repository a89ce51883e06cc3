/** Shorter than this a part of a name is a word of the language, or nearly so. */
const namePartMin = 3
/** "Het Laatste Nieuws", "The Guardian", "Van Dale": a name may begin with a word that every text of ours holds. */
const firstWords = new Set(
  'het een the van von der die das des les una los las dit onze mijn met voor door and for our'.split(' '),
)

/**
 * What somebody is called in the words of others: the handle, the whole name and its first part, and what an address of theirs holds. What cannot be told
 * from a word of the language is left to the whole name. The longest first, so that no half of a longer one is left. Where a name needs escaping in JSON it stands here in that form as well.
 */
export function namesOf(author: { handle: string; name: string; nativeId: string; url: string | null }): string[] {
  const [first = '', ...rest] = author.name.trim().split(/\s+/u)
  const parts = [
    author.handle,
    author.name.trim(),
    author.nativeId,
    author.url ?? '',
    rest.length > 0 && !firstWords.has(first.toLowerCase()) ? first : '',
  ]
  const names = parts.filter((one) => one.length >= namePartMin)
  const escaped = names.map((one) => JSON.stringify(one).slice(1, -1))
  return [...new Set([...names, ...escaped])].toSorted((a, b) => b.length - a.length)
}
