/** Figures under a key, laid together by hand. */
export function add(sums: Map<string, number[]>, key: string, figures: readonly number[]): void {
  const before = sums.get(key)
  sums.set(
    key,
    figures.map((figure, i) => figure + (before?.[i] ?? 0)),
  )
}

export function listed(sums: Map<string, number[]>): string[] {
  return [...sums].map(([key, figures]) => `${key} ${figures.join(' ')}`).sort()
}
