/** Numbers that queries compare with, each with its literal: `>=1000` of followers is one name among the others. */
export class Thresholds {
  list: { value: number; isStrict: boolean; literal: number }[] = []

  /** `comparison` is `>=n` or `>n`. */
  add(comparison: string, literal: number): void {
    const isStrict = !comparison.startsWith('>=')
    this.list.push({ value: Number(comparison.slice(isStrict ? 1 : 2)), isStrict, literal })
    this.list.sort((a, b) => a.value - b.value)
  }

  /** Calls `hit` for every literal that the number makes true. */
  each(number: number, hit: (literal: number) => void): void {
    for (const { value, isStrict, literal } of this.list) {
      if (value > number) return
      if (!isStrict || value < number) hit(literal)
    }
  }
}
