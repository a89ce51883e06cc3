import { type HouseStyle, signOffOf } from '#domain/house-style.ts'
import type { PolicyPlace, PolicyStrategy } from '#domain/policy.ts'
import type { AssistTask, ModelMessage } from './assist-task.ts'
import type { Mask } from './mask-text.ts'
import { type AssistWords, assistWords } from './prompt-words.ts'

/** Changes with every change of the words below, so that the record says which question was asked. */
export const promptVersion = 'assist-1'

export type Said = { who: 'customer' | 'other' | 'us'; name: string; text: string; isAnswered?: boolean }
export type AssistQuestion = {
  task: AssistTask
  /** The oldest first. */
  thread: readonly Said[]
  /** What the writer has so far. */
  text: string
  /** In which language the answer of the model must be. */
  lang: string
  networkName: string
  limit: { max: number; unit: string } | undefined
  house: HouseStyle
  brands: readonly string[]
  advice: { strategy: PolicyStrategy; place: PolicyPlace; tone: string; why: string } | undefined
  writer: string
  /** Nobody who wrote in the thread can know it, so nobody can close the part that is data. */
  fence: string
}

const threadMessagesMax = 12
const messageUnitsMax = 1_500
const answeredUnitsMax = 4_000
const draftUnitsMax = 6_000

/** The whole of what leaves, with all that belongs to one person hidden. */
export function promptOf(question: AssistQuestion, mask: Mask): ModelMessage[] {
  const words = assistWords[question.lang === 'nl' ? 'nl' : 'en']
  return [
    { role: 'system', content: rulesOf(question, words).map(mask.hide).join('\n') },
    { role: 'user', content: dataOf(question, words, mask) },
  ]
}

function rulesOf(question: AssistQuestion, words: AssistWords): string[] {
  const { task, fence, brands, limit, networkName } = question
  const name = brands[0] ?? ''
  const isSpoken = task !== 'summarise' && task !== 'translate_message'
  return [
    words.who(name),
    words.tasks[task](languageName(question.lang, words.locale)),
    words.data(fence),
    words.signs,
    ...(task === 'summarise' ? [] : [words.onlyText]),
    ...(isSpoken ? [words.noFacts, words.medium(networkName)] : []),
    ...(isSpoken && limit ? [words.length(limit.max)] : []),
    ...(isSpoken ? houseOf(question, words) : []),
  ]
}

function houseOf({ task, house, advice, writer, lang }: AssistQuestion, words: AssistWords): string[] {
  const { address, greeting, signOff, promises, isIncident, incidentWords } = house
  const isNew = task === 'draft'
  return [
    ...(lang === 'nl' && address ? [words.address(address)] : []),
    ...(isNew && greeting !== 'free' ? [words.greeting[greeting]] : []),
    ...(isNew && signOff ? [words.signOff(signOffOf(signOff, writer))] : []),
    ...(house.words.length > 0 ? [words.avoid(house.words.slice(0, 40).map(insteadOf).join('; '))] : []),
    ...(promises.length > 0 ? [words.neverPromise(promises.slice(0, 40).join('; '))] : []),
    ...(isIncident && incidentWords.length > 0 ? [words.avoid(incidentWords.slice(0, 40).join('; '))] : []),
    ...(isNew && advice ? adviceOf(advice, words) : []),
  ]
}

function insteadOf({ word, instead }: HouseStyle['words'][number]): string {
  return instead ? `${word} → ${instead}` : word
}

function adviceOf(advice: NonNullable<AssistQuestion['advice']>, words: AssistWords): string[] {
  const { strategy, place, tone, why } = advice
  return [
    words.strategy(words.strategies[strategy]),
    ...(place === 'nowhere' ? [] : [words.places[place]]),
    ...(tone ? [words.tone(tone)] : []),
    ...(why ? [words.why(why)] : []),
  ]
}

function dataOf({ task, thread, text, fence }: AssistQuestion, words: AssistWords, mask: Mask): string {
  const answered = thread.find(({ isAnswered }) => isAnswered) ?? thread.at(-1)
  const shown = task === 'translate_message' ? (answered ? [answered] : []) : recent(thread, answered)
  const lines = shown.map((said) => {
    const most = said === answered ? answeredUnitsMax : messageUnitsMax
    const who = said.who === 'us' ? words.us : said.who === 'other' ? words.other : words.customer
    const name = said.who === 'us' || said.name === '' ? '' : ` ${mask.hide(said.name)}`
    const mark = said === answered && task === 'draft' ? ` (${words.answerThis})` : ''
    return `${who}${name}${mark}:\n${fenced(cut(mask.hide(said.text), most), fence)}`
  })
  const isRewrite = task === 'shorten' || task === 'friendlier' || task === 'translate'
  const hasDraft = text.trim() !== '' && (isRewrite || task === 'draft')
  const draft = hasDraft ? [`${words.draft}:\n${fenced(cut(mask.hide(text), draftUnitsMax), fence)}`] : []
  return [...lines, ...draft, words.again(fence)].join('\n\n')
}

/** The newest, and the one that is answered wherever it stands. */
function recent(thread: readonly Said[], answered: Said | undefined): Said[] {
  const newest = thread.slice(-threadMessagesMax)
  return !answered || newest.includes(answered) ? newest : [answered, ...newest.slice(1)]
}

function fenced(text: string, fence: string): string {
  return `<<<${fence}\n${text.replaceAll(fence, '')}\n${fence}>>>`
}

/** A sign that is cut in two is left out whole. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\[[A-Z]*-?\d*$/u, '')}…`
}

function languageName(lang: string, locale: 'en' | 'nl'): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang
  } catch {
    return lang
  }
}
