import { second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { openWorkerRunner } from '#base/worker-runner.ts'
import type { EffectOfAnswering } from '#domain/measures/effect/effect-of-answering.ts'
import type { CompareAnswer, CompareJob } from './compare-worker.ts'

const runner = openWorkerRunner<CompareJob, CompareAnswer>(new URL('./compare-worker.ts', import.meta.url), {
  jobMs: 30 * second,
  memoryMb: 256,
})

/** Thousands of messages held against each other take about half a second of a processor: in a thread of their own, so that nobody else waits. @throws AppError `unavailable` */
export async function compareApart(job: CompareJob): Promise<EffectOfAnswering> {
  const answer = await runner.run(job)
  if (answer.kind === 'compared') return answer.effect
  throw new AppError('unavailable', {
    en: 'This could not be compared in time. Choose a shorter period, or try again.',
    nl: 'Dit kon niet op tijd worden vergeleken. Kies een kortere periode, of probeer het opnieuw.',
  })
}
