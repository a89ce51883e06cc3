import { Worker } from 'node:worker_threads'
import type { Matched } from './match-block.ts'
import type { Block, BlockAnswer, WorkerTopics } from './match-worker.ts'

/** So that a thread finds the next block when it is done with one, and no more waits in memory than that. */
const blocksEach = 2

export type Threads = {
  /** Takes the next block; waits while all threads have enough. Rejects when a thread ended by itself. */
  take(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** Waits until everything taken was written. */
  finish(): Promise<void>
  close(): Promise<void>
}

type Written = { bytes: Uint8Array; wrongs: Matched['wrongs'] }
type Options = {
  count: number
  /** Lines that were matched before: the numbers of wrong ones go on from there. */
  linesBefore: number
  write: (written: Written) => Promise<void>
}
type Thread = { worker: Worker; waiting: ((answer: BlockAnswer) => void)[] }

/** Matches blocks in threads that share one index, and writes what they became in the order in which they came. */
export function openThreads(topics: WorkerTopics, { count, linesBefore, write }: Options): Threads {
  const failure = Promise.withResolvers<never>()
  // Whoever waits for it hears of it; if nobody waits, it ended after its work.
  failure.promise.catch(() => undefined)
  const threads = Array.from({ length: count }, () => startThread(topics, failure.reject))
  const under: Promise<void>[] = []
  let last: Promise<void> = Promise.resolve()
  let lines = linesBefore

  const writeNext = async (answered: Promise<BlockAnswer>): Promise<void> => {
    const { bytes, wrongs, lineCount } = await answered
    const before = lines
    lines += lineCount
    await write({ bytes, wrongs: wrongs.map(({ line, error }) => ({ line: before + line, error })) })
  }
  return {
    async take(bytes) {
      while (under.length >= blocksEach * count) await Promise.race([under[0], failure.promise])
      const thread = threads.reduce((least, one) => (one.waiting.length < least.waiting.length ? one : least))
      const answered = new Promise<BlockAnswer>((resolve) => thread.waiting.push(resolve))
      const block: Block = { bytes }
      thread.worker.postMessage(block, [bytes.buffer])
      const mine: Promise<void> = last
        .then(() => writeNext(answered))
        .finally(() => under.splice(under.indexOf(mine), 1))
      mine.catch(failure.reject)
      under.push(mine)
      last = mine
    },
    finish: () => Promise.race([last, failure.promise]),
    close: async () => void (await Promise.all(threads.map(({ worker }) => worker.terminate()))),
  }
}

function startThread(topics: WorkerTopics, fail: (cause: unknown) => void): Thread {
  const worker = new Worker(new URL('./match-worker.ts', import.meta.url), { workerData: topics })
  const waiting: Thread['waiting'] = []
  worker.on('message', (answer: BlockAnswer) => waiting.shift()?.(answer))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('A thread of the filter ended before its work was done.')))
  return { worker, waiting }
}
