import { useFmt } from '#web/parts/fmt.ts'

const dayMs = 86_400_000

/** So many days up to today, as they are called. */
export function useDayNames(count: number): string[] {
  const fmt = useFmt()
  return Array.from({ length: count }, (_, at) => fmt.day(new Date(Date.now() - (count - 1 - at) * dayMs)))
}
