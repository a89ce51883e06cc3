export type DiffPart = { kind: 'same' | 'added' | 'gone'; text: string }

/** More words than this are shown as they are: comparing them would take longer than reading. */
const wordsMax = 1_500

/** What changed between two wordings, word by word: the longest that both have in common stays. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  if (a.length > wordsMax || b.length > wordsMax) return [{ kind: 'same', text: after }]
  const common = commonOf(a, b)
  const parts: DiffPart[] = []
  const add = (kind: DiffPart['kind'], text = ''): void => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const isSame = i < a.length && j < b.length && a[i] === b[j]
    const isGone = !isSame && (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1)))
    if (isSame) add('same', a[i])
    else if (isGone) add('gone', a[i])
    else add('added', b[j])
    if (isSame || isGone) i += 1
    if (!isGone) j += 1
  }
  return parts
}

/** How many words both have in common, in this order, from a place in each to the end. */
function commonOf(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const wide = b.length + 1
  const counts = new Uint16Array((a.length + 1) * wide)
  const at = (i: number, j: number): number => counts[i * wide + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      counts[i * wide + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  return at
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? []
}
