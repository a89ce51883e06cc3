// A thread of `wederhoor match`: blocks of posts one after another, found in the index that the first thread has made.
import { parentPort, workerData } from 'node:worker_threads'
import { present } from '#base/assert.ts'
import { blockMatcher } from './match-block.ts'
import { splitLines } from './read-lines.ts'
import { openSharedEngine, type SharedTopics } from './shared-engine.ts'

export type WorkerTopics = { ids: readonly string[]; shared: SharedTopics }
/** `bytes` are whole lines, the first of which is numbered 1. */
export type Block = { bytes: Uint8Array<ArrayBuffer> }
/** `lineCount`: how many lines the block had, blank ones too, so that the next can be numbered. */
export type BlockAnswer = {
  bytes: Uint8Array<ArrayBuffer>
  wrongs: { line: number; error: string }[]
  lineCount: number
}

const port = present(parentPort, 'this file runs in a worker')
const { ids, shared } = workerData as WorkerTopics
const match = blockMatcher({ finder: openSharedEngine(shared), ids })
const encoder = new TextEncoder()

port.on('message', ({ bytes }: Block) => {
  const { lines, lineCount } = splitLines(bytes, false)
  const { written, wrongs } = match(lines)
  const answer: BlockAnswer = { bytes: encoder.encode(written), wrongs, lineCount }
  port.postMessage(answer, [answer.bytes.buffer])
})
