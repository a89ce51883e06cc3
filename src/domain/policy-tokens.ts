import type { PolicyLang } from './policy-words.ts'

/** What is wrong with a text, at which of its lines; counted from one. */
export type PolicyTextProblem = { line: number } & Record<PolicyLang, string>

export type PolicyToken = { text: string; isQuoted: boolean }
export type PolicyLine = { number: number; indent: number; tokens: PolicyToken[] }

const tokenPattern = /\s*(?:("(?:[^"\\]|\\.)*")|(,)|([^\s",]+))/uy

/** Lines that say something, cut into words, quoted texts and commas. */
export function policyLines(text: string): { lines: PolicyLine[]; problems: PolicyTextProblem[] } {
  const lines: PolicyLine[] = []
  const problems: PolicyTextProblem[] = []
  for (const [at, raw] of text.split(/\r?\n/u).entries()) {
    if (raw.trim() === '') continue
    const number = at + 1
    const tokens = tokensOf(raw.trim())
    const indent = /^[ \t]*/u.exec(raw)?.[0].replaceAll('\t', '  ').length ?? 0
    if (tokens) lines.push({ number, indent, tokens })
    else {
      lines.push({ number, indent, tokens: [] })
      problems.push({
        line: number,
        en: 'A quotation mark is missing, or stands where it should not.',
        nl: 'Er ontbreekt een aanhalingsteken, of er staat er een te veel.',
      })
    }
  }
  return { lines, problems }
}

function tokensOf(line: string): PolicyToken[] | undefined {
  const tokens: PolicyToken[] = []
  tokenPattern.lastIndex = 0
  let at = 0
  while (at < line.length) {
    tokenPattern.lastIndex = at
    const found = tokenPattern.exec(line)
    if (!found) return undefined
    const [whole, quoted, comma, word] = found
    at += whole.length
    if (quoted === undefined) tokens.push({ text: comma ?? word ?? '', isQuoted: false })
    else {
      const text = unquoted(quoted)
      if (text === undefined) return undefined
      tokens.push({ text, isQuoted: true })
    }
  }
  return tokens
}

function unquoted(quoted: string): string | undefined {
  try {
    const text: unknown = JSON.parse(quoted)
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}
