/** What we know to be so, where we have it from, and until when it holds: what an answer may rest on. */
export type KnowledgeStatement = { lang: string; text: string }

export const knowledgeLimits = { count: 1_000, statements: 10, text: 1_000, source: 500, confirmedBy: 120, topics: 20 }

export function isKnown({ validUntil }: { validUntil: Date | null }, now: Date): boolean {
  return validUntil === null || validUntil > now
}

/** In the language of the message, else the first that there is. */
export function statementFor(statements: readonly KnowledgeStatement[], lang: string): KnowledgeStatement | undefined {
  return statements.find((one) => one.lang === lang) ?? statements[0]
}

/** As it stands in an answer: the fact, and behind it where it is from. */
export function citedFact({ text }: KnowledgeStatement, source: string, lang: string): string {
  const end = /[.!?…]$/u.exec(text.trim())?.[0] ?? ''
  const bare = end ? text.trim().slice(0, -end.length) : text.trim()
  return `${bare} (${lang === 'nl' ? 'bron' : 'source'}: ${source.trim()})${end || '.'}`
}
