import type { InterfaceLanguage } from './member.ts'

/** What is done in a crisis of one kind, in the order in which it is done, and what is not said meanwhile. */
export type Playbook = { name: string; steps: string[]; notToSay: string[] }
export type PlaybookIn = Readonly<Record<InterfaceLanguage, Playbook>>
