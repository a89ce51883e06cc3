import snowball from 'snowball-stemmers'

/** More than a person would want to read through. */
const formsMax = 24

/** What a stem can end in. Whether a form belongs to the word is for the stemmer to say. */
const endings = {
  dutch: ['', 'e', 'en', 's', "'s", 't', 'te', 'ten', 'd', 'de', 'den', 'end', 'ende', 'er', 'ers', 'heid', 'heden'],
  english: ['', 's', 'es', "'s", 'e', 'ed', 'd', 'ing', 'ings', 'y', 'ies', 'ied', 'ly'],
} as const

const stemmers = { dutch: snowball.newStemmer('dutch'), english: snowball.newStemmer('english') }

/**
 * A word and the other forms that have its stem in Dutch or English: lopen → lopen, loop, loopt, lopend … Forms are made by
 * putting endings behind the stem and kept when the stemmer leads them back to it, so that the list can be shown and judged.
 * A strong verb keeps its secrets: "liep" is another word.
 */
export function formsOf(word: string): string[] {
  const lower = word.toLowerCase()
  const forms = new Set([lower])
  for (const language of ['dutch', 'english'] as const) {
    const stem = stemmers[language].stem(lower)
    for (const beginning of beginningsOf(stem, lower)) {
      for (const ending of endings[language]) {
        const form = beginning + ending
        if (form.length > 2 && stemmers[language].stem(form) === stem) forms.add(form)
      }
    }
  }
  return [...forms].slice(0, formsMax)
}

/** Spelling changes before an ending: loop and lop, bom and bomm, huis and huiz, brief and briev, company and compan. */
function beginningsOf(stem: string, word: string): string[] {
  const last = stem.at(-1) ?? ''
  const without = stem.slice(0, -1)
  const beginnings = [word, stem, stem + last, stem.replace(/([aeou])([^aeiouy])$/, '$1$1$2')]
  if (last === 's') beginnings.push(`${without}z`)
  if (last === 'f') beginnings.push(`${without}v`)
  if (last === 'i') beginnings.push(`${without}y`, without)
  return beginnings
}
