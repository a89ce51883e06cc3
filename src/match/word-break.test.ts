import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { wordsIn } from '#testing/scanned-text.ts'
import { root } from '#testing/source-files.ts'

/**
 * Where we leave UAX #29 on purpose: what we make of its words, with a bar between them. Everything else in the Consortium's
 * own cases must be cut exactly as they say.
 */
const differences: { rules: string; why: string; cut: (words: string) => string }[] = [
  {
    rules: 'WB6, WB7',
    why: 'a colon is the mark of a field (site:nos.nl) and stands behind names in what people write',
    cut: (words) => words.replace(/:\p{M}*/gu, '|'),
  },
  {
    rules: 'WB7b, WB7c',
    why: 'a quotation mark is never inside a word: צה"ל is found by צה״ל, because both are two words in a row',
    cut: (words) => words.replaceAll('"', '|'),
  },
  {
    rules: 'WB7a',
    why: 'behind a Hebrew word an apostrophe more often ends a quotation than the word',
    cut: (words) => words.replace(/(?<=[\u05d0-\u05ea]\p{M}*)'(?=\||$)/gu, ''),
  },
  {
    rules: 'WB13a, WB13b',
    why: 'an underscore at the edge of a word is a mark-up for stress: _mooi_ is mooi',
    cut: (words) => words.replace(/(?<=\||^)_\p{M}*|_(?=\||$)/gu, ''),
  },
  {
    rules: 'WB3c',
    why: 'a joiner joins an emoji with the one before it, and with nothing else',
    cut: (words) => words.replace(/(?<=(?<![\p{ExtPict}\p{EMod}])\u200d)(?=[\p{ExtPict}✁])/gu, '|'),
  },
  {
    rules: 'WB4',
    why: 'marks and joiners after an emoji or a flag are left out, so that it stays the same whatever follows',
    cut: (words) =>
      words
        .replace(/(\p{RI})\p{M}*\u200d(\p{RI})\|(\p{RI})/gu, '$1|$2$3')
        .replace(/(\p{RI})\u0308(?=\p{RI})/gu, '$1|')
        .replace(/([\p{RI}\p{ExtPict}\p{EMod}])(?!\p{EMod})[\p{M}\p{Cf}]+(?=\||$)/gu, '$1'),
  },
]

/** What has no letter, digit, katakana or emoji is no word: UAX #29 also cuts white space and punctuation. */
function isWord(segment: string): boolean {
  return /[\p{L}\p{N}\p{Emoji_Presentation}\p{RI}]/u.test(segment)
}

test('words are cut as in the cases of the Unicode Consortium, but where we say why not', () => {
  const used = new Map(differences.map(({ rules }) => [rules, 0]))
  const cases = officialCases()
  assert.ok(cases.length > 1_800)
  for (const segments of cases) {
    let expected = segments.filter(isWord)
    for (const { rules, cut } of differences) {
      const words = expected.join('|')
      const ours = cut(words)
      if (ours !== words) used.set(rules, (used.get(rules) ?? 0) + 1)
      expected = ours.split('|').filter(isWord)
    }
    assert.deepEqual(wordsIn(segments.join('')), expected, escaped(segments.join('÷')))
  }
  for (const [rules, count] of used) assert.ok(count > 0, `no case shows the difference in ${rules}`)
})

const everyday: [rule: string, text: string, words: string][] = [
  ['WB3: a line ends between its two signs', 'een\r\ntwee', 'een twee'],
  ['WB3c: joined figures are one emoji', '👩‍👩‍👧 ja', '👩‍👩‍👧 ja'],
  ['WB3d: spaces are no words', 'een   twee', 'een twee'],
  ['WB4: a soft hyphen does not cut', 'ver\u00adzeke\u00adring', 'ver\u00adzeke\u00adring'],
  ['WB4: an accent written apart belongs to its letter', 'cafe\u0301tje', 'cafe\u0301tje'],
  ['WB4: an Arabic vowel belongs to its letter', 'مُحَمَّد', 'مُحَمَّد'],
  ['WB5: letters hold together', 'zilvermeeuw', 'zilvermeeuw'],
  ['WB5: of several scripts too', 'Яandex', 'Яandex'],
  ['WB6, WB7: an apostrophe inside', "l'oréal d’Oranje foto's", "l'oréal d’Oranje foto's"],
  ['WB6, WB7: not at the edge', "'s avonds Jans' huis", 's avonds Jans huis'],
  ['WB6, WB7: a dot inside', 'coolblue.nl b.v. nu.', 'coolblue.nl b.v nu'],
  ['WB6, WB7: a raised dot inside', 'il·lusió', 'il·lusió'],
  ['WB6, WB7: not a colon', 'let op:dit', 'let op dit'],
  ['WB6, WB7: Hebrew with a geresh inside', 'צ׳יפס', 'צ׳יפס'],
  ['WB7b, WB7c: not a quotation mark in Hebrew', 'צה"ל צה״ל', 'צה ל צה ל'],
  ['WB8: digits hold together', '2024 ٤٠٦', '2024 ٤٠٦'],
  ['WB9, WB10: letters and digits', 'A12 3fm 4x4', 'A12 3fm 4x4'],
  ['WB11, WB12: points and commas in a number', '3.14 1.000,50 1,000;', '3.14 1.000,50 1,000'],
  ['WB11, WB12: not between a digit and a letter', '3.a b.4', '3 a b 4'],
  ['WB13: katakana holds together', 'タワー', 'タワー'],
  ['WB13: and apart from other letters', 'NTTドコモ東京', 'NTT ドコモ 東 京'],
  ['WB13a, WB13b: underscores inside', 'snake_case ドコモ_nl', 'snake_case ドコモ_nl'],
  ['WB13a, WB13b: not at the edge', '_mooi_ __init__', 'mooi init'],
  ['WB15, WB16: two halves of a flag', '🇳🇱🇧🇪', '🇳🇱 🇧🇪'],
  ['WB15, WB16: a half that is left over', '🇳🇱🇧', '🇳🇱 🇧'],
  ['WB999: a hyphen cuts', 'coca-cola AT&T', 'coca cola AT T'],
  ['WB999: Han and Hiragana are words by themselves', '東京です', '東 京 で す'],
  ['SA: and so is every letter of Thai with its marks', 'ไทยี', 'ไ ท ยี'],
  ['Hangul are letters', '한국어 텍스트', '한국어 텍스트'],
  ['a keycap is its digit', '1️⃣ plan', '1️⃣ plan'],
  ['a skin colour is part of the emoji', '👍🏽👍', '👍🏽 👍'],
]

for (const [rule, text, words] of everyday) {
  test(rule, () => assert.deepEqual(wordsIn(text), words.split(' ')))
}

/** Each a text in the segments that the standard cuts it into. */
function officialCases(): string[][] {
  const file = readFileSync(join(root, 'src/testing/word-break-test.txt'), 'utf8')
  const lines = file.split('\n').filter((line) => line.startsWith('÷'))
  return lines.map((line) => line.split('÷').map(segmentOf).filter(Boolean))
}

function segmentOf(codes: string): string {
  return [...codes.matchAll(/[0-9A-F]+/g)].map(([code]) => String.fromCodePoint(Number.parseInt(code, 16))).join('')
}

function escaped(text: string): string {
  return text.replace(/[^\x20-\x7e÷]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
}
