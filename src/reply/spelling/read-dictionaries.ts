import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { second } from '#base/clock.ts'
import type { SpellingLang } from './spelling-job.ts'

const file = fileURLToPath(new URL('./print-dictionaries.ts', import.meta.url))
const withinMs = 20 * second
const bytesMax = 64 * 1024 * 1024
const lengthBytes = 4

/**
 * The dictionaries of a language, packed. Unpacking takes a hundred megabytes for half a second, and a process gives back only what it never took:
 * so another one does it, and goes.
 */
export async function readDictionaries(lang: SpellingLang): Promise<Uint8Array[]> {
  const asked = { encoding: 'buffer', maxBuffer: bytesMax, timeout: withinMs } as const
  const { stdout } = await promisify(execFile)(process.execPath, [file, lang], asked)
  const found: Uint8Array[] = []
  for (let at = 0; at < stdout.length; ) {
    const length = stdout.readUInt32LE(at)
    found.push(Uint8Array.from(stdout.subarray(at + lengthBytes, at + lengthBytes + length)))
    at += lengthBytes + length
  }
  return found
}
