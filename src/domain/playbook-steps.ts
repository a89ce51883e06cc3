import type { InterfaceLanguage } from './member.ts'

/** One act: who does it, in words (a name or a function; empty: whoever is there), and within how many minutes of opening (null: no clock). */
export type PlaybookStep = { title: string; who: string; minutes: number | null }

/** What is done in a crisis of one kind, in the order in which it is done, and what is not said meanwhile. */
export type Playbook = { name: string; steps: PlaybookStep[]; notToSay: string[] }
/** A starter knows the acts; who does them, and how fast, is the house's to say. */
export type PlaybookStarter = Omit<Playbook, 'steps'> & { steps: readonly string[] }
export type PlaybookIn = Readonly<Record<InterfaceLanguage, PlaybookStarter>>

export function startedFrom({ name, steps, notToSay }: PlaybookStarter): Playbook {
  return { name, steps: steps.map((title) => ({ title, who: '', minutes: null })), notToSay: [...notToSay] }
}
