import type { ExportFormat } from '#domain/report-export.ts'

const quote = 0x22
const lineFeed = 0x0a

/**
 * Counts the rows of a file as its bytes come; undefined where that cannot be seen from outside, in a packed one. In CSV a line may end within quotes, and the head
 * is no row.
 */
export function rowCounter(format: ExportFormat): ((bytes: Uint8Array) => number) | undefined {
  if (format === 'xlsx') return undefined
  const isQuoting = format === 'csv'
  let ends = 0
  let isInside = false
  return (bytes) => {
    for (const byte of bytes) {
      if (isQuoting && byte === quote) isInside = !isInside
      else if (byte === lineFeed && !isInside) ends += 1
    }
    return Math.max(0, isQuoting ? ends - 1 : ends)
  }
}
