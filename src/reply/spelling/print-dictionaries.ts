import { writeSync } from 'node:fs'
import { packDictionaries } from './pack-dictionaries.ts'
import { spellingLangs } from './spelling-job.ts'

// The whole of a process that `read-dictionaries.ts` starts: each dictionary on standard output, its length before it.
const lang = spellingLangs.find((one) => one === process.argv[2])
for (const bytes of lang ? packDictionaries(lang) : []) {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  write(length)
  write(bytes)
}

function write(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at)
}
