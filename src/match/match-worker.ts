// A thread of `wederhoor match`: an engine of its own with the same topics, and blocks of posts one after another.
import { parentPort, workerData } from 'node:worker_threads'
import { present } from '#base/assert.ts'
import { blockMatcher } from './match-block.ts'
import { openEngine } from './open-engine.ts'
import { splitLines } from './read-lines.ts'

export type WorkerTopics = { ids: readonly string[]; queries: readonly string[] }
/** `bytes` are whole lines, the first of which is numbered 1. */
export type Block = { bytes: Uint8Array<ArrayBuffer> }
/** `lineCount`: how many lines the block had, blank ones too, so that the next can be numbered. */
export type BlockAnswer = {
  bytes: Uint8Array<ArrayBuffer>
  wrongs: { line: number; error: string }[]
  lineCount: number
}

const port = present(parentPort, 'this file runs in a worker')
const { ids, queries } = workerData as WorkerTopics
const engine = openEngine()
for (const [n, query] of queries.entries()) engine.add(String(n), query)
const match = blockMatcher({ engine, ids })
const encoder = new TextEncoder()

port.on('message', ({ bytes }: Block) => {
  const { lines, lineCount } = splitLines(bytes, false)
  const { written, wrongs } = match(lines)
  const answer: BlockAnswer = { bytes: encoder.encode(written), wrongs, lineCount }
  port.postMessage(answer, [answer.bytes.buffer])
})
