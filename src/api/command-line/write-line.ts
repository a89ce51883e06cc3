import { once } from 'node:events'

/** One line of JSON on standard output, as fast as its reader takes it. */
export async function writeLine(line: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
}
