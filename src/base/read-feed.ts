import type { FeedBytes, FeedDocument } from './feed-document.ts'
import { openWorkerRunner } from './worker-runner.ts'

/** How long one document may take, and how much memory: what is worse is a bomb. */
const readMs = 1_000
const memoryMb = 192

const runner = openWorkerRunner<FeedBytes, FeedDocument>(new URL('./read-feed-worker.ts', import.meta.url), {
  jobMs: readMs,
  memoryMb,
})

/** Reads a feed or a page in a thread of its own, so that no document can stop the house. */
export function readFeed(document: FeedBytes): Promise<FeedDocument | { kind: 'too-heavy' }> {
  return runner.run(document)
}
