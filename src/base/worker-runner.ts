import { Worker } from 'node:worker_threads'
import { minute, second } from './clock.ts'

export type WorkerRunner<Job, Answer> = {
  /** The answer, or `too-heavy` when the job took too long, too much memory, or threw. It never rejects. */
  run: (job: Job) => Promise<Answer | { kind: 'too-heavy' }>
}

const startMs = 20 * second
const idleMs = minute
const waitingMax = 1_000

type Ready = { worker: Worker; hasFailed: () => boolean }

/**
 * Runs jobs one after another in a thread that can be thrown away. The thread starts with the first job, and goes after a
 * minute (or `idleMs`) without work; the time of a job counts from when the thread takes it up.
 */
export function openWorkerRunner<Job, Answer>(
  file: URL,
  limits: { jobMs: number; memoryMb: number; youngMb?: number; idleMs?: number },
): WorkerRunner<Job, Answer> {
  let current: Promise<Ready> | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let idle: NodeJS.Timeout | undefined

  async function ready(): Promise<Ready> {
    if (current) {
      const started = await current
      if (!started.hasFailed()) return started
    }
    current = startWorker(file, limits)
    return current
  }

  async function runOne(job: Job): Promise<Answer | { kind: 'too-heavy' }> {
    clearTimeout(idle)
    try {
      const { worker } = await ready()
      worker.ref()
      const answer = await ask<Answer>(worker, job, limits.jobMs)
      worker.unref()
      if (answer !== undefined) return answer.answer
      current = undefined
      await worker.terminate()
      return { kind: 'too-heavy' }
    } catch {
      current = undefined
      return { kind: 'too-heavy' }
    } finally {
      idle = setTimeout(() => void retire(), limits.idleMs ?? idleMs).unref()
    }
  }

  async function retire(): Promise<void> {
    const leaving = current
    current = undefined
    await (await leaving?.catch(() => undefined))?.worker.terminate()
  }

  return {
    run(job) {
      if (waiting >= waitingMax) return Promise.resolve({ kind: 'too-heavy' })
      waiting += 1
      const answer = last
        .then(() => runOne(job))
        .finally(() => {
          waiting -= 1
        })
      last = answer
      return answer
    },
  }
}

type Memory = { memoryMb: number; youngMb?: number }

async function startWorker(file: URL, { memoryMb, youngMb = 32 }: Memory): Promise<Ready> {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
    stderr: true,
  })
  let hasFailed = false
  worker.on('error', () => {
    hasFailed = true
  })
  worker.on('exit', () => {
    hasFailed = true
  })
  const isReady = await firstMessage(worker, startMs)
  if (isReady === undefined) {
    await worker.terminate()
    throw new Error(`the worker ${file.pathname} did not start`)
  }
  worker.unref()
  return { worker, hasFailed: () => hasFailed }
}

function ask<Answer>(worker: Worker, job: unknown, withinMs: number): Promise<{ answer: Answer } | undefined> {
  const answer = firstMessage(worker, withinMs) as Promise<{ answer: Answer } | undefined>
  worker.postMessage(job)
  return answer
}

/** The next message, or undefined when there is none in time or the thread is gone. */
function firstMessage(worker: Worker, withinMs: number): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(undefined), withinMs)
    const gone = (): void => finish(undefined)
    function finish(message: unknown): void {
      clearTimeout(timer)
      worker.off('message', finish).off('error', gone).off('exit', gone)
      resolve(message)
    }
    worker.once('message', finish).once('error', gone).once('exit', gone)
  })
}
