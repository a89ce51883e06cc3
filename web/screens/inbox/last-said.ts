import type { Message } from '#api/contract/shapes.ts'
import type { Label } from '#domain/assessment.ts'

export type SaidOf = Message['corrections'][number]

/** The last word that stands about a label. */
export function lastSaid({ corrections }: Pick<Message, 'corrections'>, label: Label): SaidOf | undefined {
  return corrections.findLast((one) => one.label === label && one.kind !== 'not_because' && !one.takenBackAt)
}

/** Reasons of a label that a person struck, which still are struck. */
export function struckOf({ corrections }: Pick<Message, 'corrections'>, label: Label): SaidOf[] {
  return corrections.filter((one) => one.label === label && one.kind === 'not_because' && !one.takenBackAt)
}
