export type Addressee = { name: string; handle: string }

const greeting =
  /^(?:@\S+\s+)*(?:hoi|hai|hey|hé|ha|hallo|dag|beste|geachte|goede?morgen|goedemiddag|goede?navond|goeie\p{L}*|welkom|hi|hiya|hello|dear|good (?:morning|afternoon|evening|day)|welcome|guten (?:tag|morgen|abend)|liebe[r]?|moin|bonjour|bonsoir|salut|cher|chère|hola|buenos|ciao)(?![\p{L}])/iu

/** Whether an answer calls somebody by name, begins with a greeting, or neither. */
export function howGreeted(text: string, person: Addressee | undefined): 'named' | 'greeted' | 'not' {
  const said = text.trim()
  const name = person && calledName(person.name)
  const words = plain(said)
  const isNamed = name !== undefined && new RegExp(`(?<!\\p{L})${escaped(plain(name))}(?!\\p{L})`, 'u').test(words)
  const isAddressed = person !== undefined && person.handle !== '' && words.includes(`@${plain(person.handle)}`)
  if (isNamed || isAddressed) return 'named'
  return greeting.test(said) ? 'greeted' : 'not'
}

/** The greeting itself, with what follows it up to the comma. */
export function greetingSpan(text: string): [number, number] | undefined {
  const found = /^\s*(?:@\S+\s+)*\p{L}+(?: \p{L}+){0,3}[,!]\s*/u.exec(text)
  return found && greeting.test(text.trim()) ? [0, found[0].length] : undefined
}

/** Words that begin with a capital only because a sentence begins with them. What is not among them may be a name. */
const openers =
  /^(?:wat|we|wij|het|dat|dit|deze|de|een|je|jij|jouw|u|uw|jullie|er|daar|hier|als|fijn|dank|bedankt|helaas|graag|natuurlijk|ja|nee|sorry|ons|onze|om|op|in|bij|voor|met|what|how|it|that|this|these|the|a|an|you|your|there|here|if|thank|thanks|sadly|unfortunately|of|yes|no|our|on|at|for|with)(?![\p{L}])/iu

/** The name before what is said, which then begins in the middle of a sentence. */
export function withName(text: string, name: string): { span: readonly [number, number]; text: string } {
  const at = text.length - text.trimStart().length
  const first = text.charAt(at)
  const isOpener = openers.test(text.slice(at)) && first !== first.toLowerCase()
  return isOpener
    ? { span: [at, at + 1], text: `${name}, ${first.toLowerCase()}` }
    : { span: [0, 0], text: `${name}, ` }
}

const titles = /^(?:dhr|mevr|mw|mr|mrs|ms|dr|drs|ir|ing|prof|de|het|the)\.?$/iu

/** What one calls somebody: the first word of a name that is a name. A nickname with figures, or a sign, is not. */
export function calledName(name: string): string | undefined {
  const [first] = name.trim().split(/\s+/u)
  if (!first || titles.test(first)) return undefined
  const bare = first.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return /^\p{L}[\p{L}'’-]+$/u.test(bare) && first.replace(/\p{Extended_Pictographic}|\uFE0F/gu, '') === bare
    ? bare
    : undefined
}

export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/gu, '\\$&')
}
