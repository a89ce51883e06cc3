/**
 * The life of a reply. Nothing ends in silence: every state is either final and visible (`sent`, `refused`, `undone`,
 * `removed`), or has a next moment at which something happens, or asks for a person by name.
 *
 *   draft → awaits_approval → ready (held, can be undone) → sending → sent
 *         (where that is asked)                           ↘ unknown → sent | ready again | needs_person
 *                                                         ↘ refused | waiting (the network said when)
 *   An approval that does not hold any more when it is to be sent brings it back to `awaits_approval`.
 *   held: sending was stopped before it left; it waits for the end of the stop → ready | undone | needs_person
 *   assisted: no interface, a person posts it by hand → sent (heard back, or a link pasted)
 */
export const replyStates = [
  'awaits_approval',
  'ready',
  'held',
  'sending',
  'unknown',
  'waiting',
  'sent',
  'refused',
  'undone',
  'needs_person',
  'assisted',
  'removed',
] as const
export type ReplyState = (typeof replyStates)[number]

/** What happens to the conversation once the reply is on its way. */
export const afterReply = ['done', 'stay', 'wait'] as const
export type AfterReply = (typeof afterReply)[number]

/** Who reads it on the network: everybody, or whoever it is for. */
export const visibilities = ['public', 'direct'] as const
export type Visibility = (typeof visibilities)[number]

export const undoSecondsDefault = 10
export const undoSecondsMax = 30
export const replyTextMax = 20_000

/** Can a person still take it back before it leaves? One to be posted by hand is theirs until they say it stands. */
export function canUndo(state: ReplyState): boolean {
  return ['awaits_approval', 'ready', 'held', 'waiting', 'assisted'].includes(state)
}

/** Does it still need something to happen? Such replies are never forgotten: a watchdog looks at the oldest. */
export function isUnsettled(state: ReplyState): boolean {
  return ['awaits_approval', 'ready', 'held', 'sending', 'unknown', 'waiting', 'needs_person', 'assisted'].includes(
    state,
  )
}
