import type { Export } from './start-export.ts'

/** One JSON object a line, as it is: programs read it, and no spreadsheet. */
export async function* writeNdjson({ columns, rows }: Export): AsyncGenerator<string> {
  for await (const row of rows)
    yield `${JSON.stringify(Object.fromEntries(columns.map(({ key }, i) => [key, row[i] ?? null])))}\n`
}
