import type { CompiledLanguage } from './compile-language.ts'

/** Words that turn what follows, and words that end the reach of a turn. */
export type TurningWords = { negators: ReadonlySet<string>; contrasts: ReadonlySet<string> }

/** Of languages that have a model and no file of rules. */
const byLanguage: Readonly<Record<string, TurningWords>> = {
  de: {
    negators: new Set([
      'nicht',
      'kein',
      'keine',
      'keinen',
      'keiner',
      'keinem',
      'nie',
      'niemals',
      'nichts',
      'niemand',
      'ohne',
      'nix',
      'net',
    ]),
    contrasts: new Set(['aber', 'doch', 'jedoch', 'sondern', 'trotzdem', 'allerdings']),
  },
  fr: {
    negators: new Set(['ne', 'pas', 'jamais', 'rien', 'aucun', 'aucune', 'personne', 'sans', 'ni', 'guere', 'plus']),
    contrasts: new Set(['mais', 'pourtant', 'cependant', 'toutefois', 'sauf']),
  },
}
const none: TurningWords = { negators: new Set(), contrasts: new Set() }

export function turningWords(lang: string, language: CompiledLanguage | undefined): TurningWords {
  return language ?? byLanguage[lang] ?? none
}
