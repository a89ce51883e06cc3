import { parentPort } from 'node:worker_threads'
import { present } from './assert.ts'

/** The inside of a worker that `openWorkerRunner` starts: one job, one answer, and word when it is ready for the first. */
export function answerJobs<Job, Answer>(answer: (job: Job) => Answer): void {
  const port = present(parentPort, 'this file runs in a worker')
  port.on('message', (job: Job) => port.postMessage({ answer: answer(job) }))
  port.postMessage('ready')
}
