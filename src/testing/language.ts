import assert from 'node:assert/strict'
import { test } from 'node:test'
import { intents } from '#domain/assessment.ts'
import type { Language, LanguageExample } from '#domain/language.ts'
import { assess } from '#triage/assess.ts'
import { compileLanguage } from '#triage/compile-language.ts'
import { foldWord } from '#triage/fold.ts'
import { judgeByRules } from '#triage/judge-by-rules.ts'
import { markBrands } from '#triage/mark-brands.ts'
import { tokenise } from '#triage/tokenise.ts'

/** Fewer examples say too little about a language. */
const examplesMin = 80
/** Longest post in which people are known to complain; a phrase longer than this many words was pasted by mistake. */
const phraseWordsMax = 10

/** The promises of every language file: its shape, that its phrases can be found, and that each of its examples holds. */
export function testLanguage(language: Language): void {
  test(`${language.id}: is named in both languages of the screen, by an ISO code`, () => {
    assert.match(language.id, /^[a-z]{2,3}$/u)
    assert.notEqual(language.name.en, '')
    assert.notEqual(language.name.nl, '')
    assert.notEqual(language.searchConfiguration, '')
  })
  test(`${language.id}: the stemmer is a function of its word alone`, () => {
    for (const word of language.stopWords) assert.equal(language.stem(word), language.stem(word))
  })
  test(`${language.id}: its lists are filled, hold single folded words, and no list says a word twice`, () =>
    checkLists(language))
  test(`${language.id}: weights lie between −5 and 5, factors between 0 and 3`, () => checkWeights(language))
  test(`${language.id}: every rule has an id of its own, a sentence, phrases and an effect`, () => checkRules(language))
  test(`${language.id}: every phrase of every rule is found where it is written`, () => checkPhrases(language))
  test(`${language.id}: every intent but "other" has a rule or an example`, () => checkIntents(language))
  test(`${language.id}: has at least ${examplesMin} examples, and all of them hold`, () => {
    assert.ok(language.examples.length >= examplesMin, `${language.examples.length} examples`)
    assert.deepEqual(
      language.examples.flatMap((example) => failureOf(language, example)),
      [],
    )
  })
}

function checkLists(language: Language): void {
  const lists = {
    stopWords: language.stopWords,
    negators: language.negators,
    contrasts: language.contrasts,
    persons: language.persons,
    greetings: language.greetings,
    addresses: language.addresses,
    diaryOpeners: language.diaryOpeners,
    questionOpeners: language.questionOpeners,
    intensifiers: Object.keys(language.intensifiers),
  }
  for (const [name, words] of Object.entries(lists)) {
    assert.ok(words.length > 0, `${name} is empty`)
    for (const word of words) {
      assert.equal(word, foldWord(word), `${name}: “${word}” is looked up as “${foldWord(word)}”`)
      assert.ok(!word.includes(' '), `${name}: “${word}” is more than one word`)
    }
    assert.deepEqual(
      words.filter((word, at) => words.indexOf(word) !== at),
      [],
      `${name} says a word twice`,
    )
  }
}

function checkWeights(language: Language): void {
  for (const [phrase, weight] of Object.entries(language.sentimentWords)) {
    assert.ok(weight >= -5 && weight <= 5, `${phrase} weighs ${weight}`)
    assert.equal(phrase, phrase.toLowerCase(), `${phrase} is not in lower case`)
  }
  for (const [word, factor] of Object.entries(language.intensifiers))
    assert.ok(factor > 0 && factor < 3, `${word} multiplies by ${factor}`)
}

function checkRules(language: Language): void {
  const ids = language.rules.map((rule) => rule.id)
  assert.equal(new Set(ids).size, ids.length, 'a rule id stands twice')
  for (const { id, any, says, effect } of language.rules) {
    assert.match(id, new RegExp(`^${language.id}\\.[a-z]+(\\.[a-z]+)?$`, 'u'))
    assert.ok(any.length > 0 && says.en !== '' && says.nl !== '', `${id} lacks phrases or words`)
    assert.ok(Object.keys(effect).length > 0, `${id} does nothing`)
    for (const phrase of any) assert.ok(phrase.split(' ').length <= phraseWordsMax, `${id}: “${phrase}” is very long`)
  }
}

/** A phrase without groups or gaps, written as a post, must make the index find it: a typing mistake in one is silent otherwise. */
function checkPhrases(language: Language): void {
  const { index } = compileLanguage(language)
  for (const { id, any } of language.rules)
    for (const phrase of any) {
      if (/[<…]/u.test(phrase)) continue
      const post = phrase.replace(/[[\]*]/gu, '').replace(/(\S+)\/\S+/gu, '$1')
      const found = index.find(tokenise(post)).some(({ owner }) => owner.kind !== 'phrase' && owner.rule.id === id)
      assert.ok(found, `${id}: “${phrase}” is not found in “${post}”`)
    }
}

function checkIntents(language: Language): void {
  const heard = new Set([
    ...language.rules.map((rule) => rule.effect.intent),
    ...language.examples.map((one) => one.intent),
  ])
  for (const intent of intents)
    if (intent !== 'unsure') assert.ok(heard.has(intent) || intent === 'other', `nothing speaks of ${intent}`)
}

function failureOf(language: Language, { text, brand, sentiment, intent, urgency }: LanguageExample): string[] {
  const brands = brand ? [brand] : []
  const { lang } = assess({ text }, { brands })
  // The rules by themselves: what was learned weighs them, and has a test set of its own.
  const read = markBrands(tokenise(text), brands)
  const rules = judgeByRules({ read, language: compileLanguage(language), rating: undefined })
  const wrong = [
    lang === language.id ? '' : `language ${lang}`,
    sentiment === undefined || rules.sentiment.class === sentiment
      ? ''
      : `sentiment ${rules.sentiment.class}, not ${sentiment}`,
    intent === undefined || rules.intent.top === intent ? '' : `intent ${rules.intent.top}, not ${intent}`,
    urgency === undefined || rules.urgency.urgency === urgency
      ? ''
      : `urgency ${rules.urgency.urgency}, not ${urgency}`,
  ].filter((words) => words !== '')
  return wrong.length === 0 ? [] : [`${text}: ${wrong.join(', ')}`]
}
