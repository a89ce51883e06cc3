import { minute } from '#base/clock.ts'
import { openWorkerRunner } from '#base/worker-runner.ts'
import type { TeachAnswer, TeachJob } from './teach-worker.ts'

/** Thousands of corrections take under a minute; what takes longer than this is given up. */
const teachMs = 5 * minute
const memoryMb = 512

const runner = openWorkerRunner<TeachJob, TeachAnswer>(new URL('./teach-worker.ts', import.meta.url), {
  jobMs: teachMs,
  memoryMb,
})

/** Learns in a thread of its own, so that nobody waits for it. */
export function teachApart(job: TeachJob): Promise<TeachAnswer | { kind: 'too-heavy' }> {
  return runner.run(job)
}
