/**
 * How often a literal stands in a post, before anything was counted. A guess of nothing for a common word would index
 * thousands of queries by it, so the commonest words of the languages we hear most are named, and the rest goes by length.
 */
export function priorOf(key: string): number {
  if (/^["=^]/.test(key)) return narrowedPrior(key)
  if (key.charCodeAt(1) === 0x3a) return namePriors[key.charAt(0)] ?? 0.001
  if (key.endsWith('*')) return 4 * wordPrior(key.slice(0, -1))
  return wordPrior(key)
}

const namePriors: Record<string, number> = {
  '#': 0.000_5,
  '@': 0.000_2,
  $: 0.000_2,
  d: 0.002,
  u: 0.000_5,
  a: 0.000_05,
  l: 0.2,
  s: 0.25,
  n: 0.25,
  k: 0.4,
  c: 0.2,
  h: 0.3,
  i: 0.3,
  f: 0.5,
  r: 0.5,
  w: 0.1,
}

const priorsByLength = [0, 0.02, 0.012, 0.006, 0.003, 0.002, 0.001_2, 0.000_8, 0.000_5]
const longWordPrior = 0.000_3
const commonPrior = 0.12

const common = new Set(
  [
    'de het een en van ik je is dat in op te niet voor met zijn maar er ook die aan dit als om bij nog dan wel wat zo naar ze we',
    'heb ben hij kan of uit geen meer al mijn door over moet deze heeft was worden gaat hoe veel nu weer goed echt alleen hun',
    'the i to and a of you it that for on my this so be with just have are not but me at like do if your all they get one about',
    'or out can how when who more no up people from know now time by really think see good want will there has their he them she',
    'der die und zu den das nicht von sie ist des sich mit dem dass es ein auf eine auch an nach wie im man aber aus nur noch',
    'la que el y los se del las un por con una su para lo le les des est pas dans qui sur ce il ne au pour plus sont mais',
    'o e do da em um com nao os na mais as dos mas foi ao ele tem seu ou uma di che non per sono',
  ].flatMap((line) => line.split(' ')),
)

function wordPrior(word: string): number {
  if (common.has(word)) return commonPrior
  // One character of Chinese or Japanese is far from rare, and neither is an emoji of two units.
  const isSingle = word.length <= 2 && word.charCodeAt(0) >= 0x2e80
  return isSingle ? 0.02 : (priorsByLength[word.length] ?? longWordPrior)
}

/** Exact words and words in a title are rarer than the words themselves. */
function narrowedPrior(key: string): number {
  const words = key.slice(1).toLowerCase().split(' ')
  if (words.length > 1) return phrasePrior(words)
  return wordPrior(words[0] ?? '') / 4
}

/** Words that follow each other are far rarer than the rarest of them. */
function phrasePrior(words: string[]): number {
  return words.map(wordPrior).reduce((rarest, prior) => Math.min(rarest, prior), 1) / 4
}
