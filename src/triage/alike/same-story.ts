import type { PrintKeyKind } from './print-of.ts'

/** A word or a link that two messages share: in how many of the messages heard lately it stands. */
export type SharedTerm = { kind: PrintKeyKind; text: string; df: number }

/** What stands in more messages than this, or in a quarter of them, tells no event from another: the name of the house does. */
export const commonFrom = 300
const commonShare = 0.25
const commonLeast = 4
const sharedLeast = 3
/** ln of "once in 150 messages": so seldom may two that tell of different things look like this by chance. */
const surpriseLeast = 5
const linkWeight = 1.5

export function isCommon(df: number, heardCount: number): boolean {
  return df >= commonFrom || df > Math.max(commonLeast, commonShare * heardCount)
}

/**
 * How surprising it is that two messages share these terms; 0 where it is not surprising enough to call it one story. If words fell
 * independently, of n messages n · Π(df/n) would share them by chance; the surprise is the negative logarithm of that expectation (as
 * the E-value of sequence search: Karlin and Altschul 1990), and needs at least three words, or a link with one word. Rare terms, links
 * and time are what topic detection clusters news by (Allan, Papka, Lavrenko 1998); the time is the window in which terms are kept.
 */
export function surpriseOf(shared: readonly SharedTerm[], heardCount: number): number {
  const rare = shared.filter(({ df }) => !isCommon(df, heardCount))
  const links = rare.filter(({ kind }) => kind === 'link')
  const words = rare.filter(({ kind }) => kind === 'term')
  const isEnough = words.length >= sharedLeast || (links.length > 0 && words.length > 0)
  if (!isEnough) return 0
  const weightOf = ({ kind, df }: SharedTerm) =>
    Math.log((heardCount + 1) / (df + 0.5)) * (kind === 'link' ? linkWeight : 1)
  const surprise = rare.reduce((sum, term) => sum + weightOf(term), 0) - Math.log(heardCount + 1)
  return links.length > 0 || surprise >= surpriseLeast ? Math.max(surprise, Number.EPSILON) : 0
}
