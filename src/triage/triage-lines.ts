import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { messageOf } from '#base/errors.ts'
import type { Assessment } from '#domain/assessment.ts'
import { postTextMax } from '#domain/post.ts'
import { assess } from './assess.ts'

/** Longest line read, in UTF-16 units: a post of the longest text with every character escaped, and room for the rest. */
export const lineMax = postTextMax * 6 + 50_000
/** Figures are written with this many digits; the reasons keep the full figure, because they must add up. */
const digits = 4

export type TriageLinesInput = {
  input: Readable
  output: Writable
  error: Writable
  brands: readonly string[]
}

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string().max(postTextMax),
  title: z.string().max(2_000).nullish(),
  lang: z.string().max(35).nullish(),
  rating: z.number().min(1).max(5).nullish(),
})

/**
 * The filter behind `wederhoor triage`: one post a line in (`{"id":…,"text":…,"title"?,"lang"?,"rating"?}`), one
 * assessment a line out, in the same order, as fast as the reader takes them. A line that is no post is reported with its
 * number on `error` and answered with `{"id":null,"error":…}`; empty lines are skipped. Resolves to the exit code: 0, or 1
 * when a line was bad. It stops without a word when the reader goes away.
 */
export async function triageLines({ input, output, error, brands }: TriageLinesInput): Promise<number> {
  let bad = 0
  let number = 0
  let isGone = false
  const stop = (): void => {
    isGone = true
  }
  output.once('error', stop)
  output.once('close', stop)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (isGone) break
    if (line.trim() === '') continue
    const answer = answerTo(line, brands)
    if (answer.problem !== undefined) {
      bad += 1
      error.write(`line ${number}: ${answer.problem}\n`)
    }
    if (!output.write(`${answer.line}\n`) && !isGone) await drained(output)
  }
  output.off('error', stop)
  output.off('close', stop)
  return bad > 0 ? 1 : 0
}

type Answer = { line: string; problem?: string }

function answerTo(line: string, brands: readonly string[]): Answer {
  try {
    if (line.length > lineMax) throw new Error(`longer than ${lineMax} characters`)
    const { id, text, title, lang, rating } = lineSchema.parse(JSON.parse(line.replace(/^\uFEFF/u, '')))
    const post = { text, title: title ?? undefined, lang: lang ?? undefined, rating: rating ?? undefined }
    return { line: JSON.stringify({ id: id ?? null, ...plain(assess(post, { brands })) }) }
  } catch (cause) {
    const problem = problemOf(cause)
    return { line: JSON.stringify({ id: null, error: problem }), problem }
  }
}

function problemOf(cause: unknown): string {
  if (cause instanceof SyntaxError) return `not JSON (${cause.message}); a line looks like {"id":1,"text":"Hello"}`
  if (cause instanceof z.ZodError) return z.prettifyError(cause).replace(/\s*\n\s*/gu, ' ')
  return messageOf(cause)
}

function plain(assessment: Assessment): Record<string, unknown> {
  const { lang, isAssessed, sentiment, intent, urgency, anger, sarcasm, spam, reasons, by } = assessment
  return {
    lang,
    isAssessed,
    sentiment: { class: sentiment.class, score: rounded(sentiment.score), p: rounded(sentiment.p) },
    intent: { top: intent.top, p: Object.fromEntries(Object.entries(intent.p).map(([name, p]) => [name, rounded(p)])) },
    urgency,
    anger: rounded(anger),
    sarcasm: rounded(sarcasm),
    spam: rounded(spam),
    reasons,
    by,
  }
}

function rounded(figure: number): number {
  return Number(figure.toFixed(digits))
}

async function drained(output: Writable): Promise<void> {
  const controller = new AbortController()
  const { signal } = controller
  const waits = ['drain', 'close', 'error'].map((event) => once(output, event, { signal }))
  await Promise.race(waits.map((wait) => wait.catch(() => undefined)))
  controller.abort()
}
