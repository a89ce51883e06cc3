import OpenAI from 'openai'
import { AppError, messageOf } from '#base/errors.ts'
import { FetchFailed } from '#base/fetch-failed.ts'
import type { Words } from '#domain/connector.ts'

/** Why there is no answer, for people. `isPaid`: the server may have worked, and may send a bill. */
export type ModelTrouble = { why: Words; isPaid: boolean; isOurs: boolean }

const causesMax = 6
const toldMax = 200

/** What went wrong at the server of the model, in words that say what to do. What it said is quoted without the key, which it may repeat. */
export function troubleOf(error: unknown, key: string | undefined): ModelTrouble {
  const cause = causeOf(error)
  if (cause instanceof FetchFailed) return { why: cause.words, ...costs(cause) }
  if (cause instanceof AppError) return { why: wordsOf(cause), isPaid: false, isOurs: true }
  if (error instanceof OpenAI.APIError && typeof error.status === 'number')
    return { ...answered(error, toldBy(error, key)), isOurs: error.status < 500 && error.status !== 429 }
  if (error instanceof OpenAI.APIError) return { why: saidSo(toldBy(error, key)), isPaid: true, isOurs: false }
  return { why: notAModel, isPaid: true, isOurs: true }
}

/** The address answers, and not as a model does: a page, or JSON of another kind. */
export const notAModel: Words = {
  en: 'There is something at this address, but it does not answer as a model server does. The address usually ends with /v1.',
  nl: 'Op dit adres staat iets, maar het antwoordt niet zoals een modelserver. Het adres eindigt meestal op /v1.',
}

function causeOf(error: unknown): unknown {
  let at = error
  for (let depth = 0; depth < causesMax && at instanceof Error; depth++) {
    if (at instanceof FetchFailed || at instanceof AppError) return at
    at = at.cause
  }
  return undefined
}

function costs({ why }: FetchFailed): { isPaid: boolean; isOurs: boolean } {
  switch (why) {
    case 'bad-url':
    case 'inside-address':
    case 'bad-redirect':
    case 'too-many-redirects':
      return { isPaid: false, isOurs: true }
    case 'not-found':
    case 'bad-certificate':
      return { isPaid: false, isOurs: false }
    case 'no-connection':
    case 'bad-answer':
    case 'too-slow':
    case 'too-large':
    case 'aborted':
      return { isPaid: true, isOurs: false }
  }
}

function wordsOf(error: AppError): Words {
  const { words } = error.details as { words?: Words }
  return words ?? { en: error.message, nl: error.message }
}

function toldBy(error: InstanceType<typeof OpenAI.APIError>, key: string | undefined): string {
  const told = messageOf(error).replace(/^\d{3} /u, '')
  return (key ? told.replaceAll(key, '…') : told).slice(0, toldMax)
}

function answered(error: InstanceType<typeof OpenAI.APIError>, told: string): { why: Words; isPaid: boolean } {
  const status = error.status as number
  const free = (why: Words) => ({ why, isPaid: false })
  if (status === 401 || status === 403)
    return free({
      en: `The model’s server does not accept the key (${status}). An administrator can give another one.`,
      nl: `De server van het model aanvaardt de sleutel niet (${status}). Een beheerder kan een andere geven.`,
    })
  if (status === 404)
    return free({
      en: `There is no such model, or no model server at this address (404). The address usually ends with /v1. It said: ${told}`,
      nl: `Dit model, of een modelserver op dit adres, bestaat niet (404). Het adres eindigt meestal op /v1. Er stond: ${told}`,
    })
  if (status === 429) return free(busy(error.headers?.get('retry-after'), told))
  if (status >= 500)
    return free({
      en: `The model’s server has trouble (${status}). Try again in a while. It said: ${told}`,
      nl: `De server van het model heeft een storing (${status}). Probeer het straks opnieuw. Er stond: ${told}`,
    })
  return free({
    en: `The model’s server refused the question (${status}). It said: ${told}`,
    nl: `De server van het model weigerde de vraag (${status}). Er stond: ${told}`,
  })
}

function busy(retryAfter: string | null | undefined, told: string): Words {
  const seconds = Number(retryAfter)
  const isKnown = retryAfter !== null && retryAfter !== undefined && Number.isFinite(seconds) && seconds > 0
  if (!isKnown)
    return {
      en: `The model’s server is busy, or your credit there is used up (429). It said: ${told}`,
      nl: `De server van het model heeft het druk, of je tegoed daar is op (429). Er stond: ${told}`,
    }
  const after = Math.ceil(Math.min(seconds, 86_400))
  return {
    en: `The model’s server asks to be left alone for ${after} seconds (429). Nothing was asked again by itself.`,
    nl: `De server van het model vraagt om ${after} seconden rust (429). Er is niets vanzelf opnieuw gevraagd.`,
  }
}

function saidSo(told: string): Words {
  return {
    en: `The model’s server broke off. It said: ${told}`,
    nl: `De server van het model brak af. Er stond: ${told}`,
  }
}
