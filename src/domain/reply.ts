/**
 * The life of a reply. Nothing ends in silence: every state is either final and visible (`sent`, `refused`, `undone`,
 * `removed`), or has a next moment at which something happens, or asks for a person by name.
 *
 *   draft → ready (held, can be undone) → sending → sent
 *                                                 ↘ unknown → sent | ready again | needs_person
 *                                                 ↘ refused | waiting (the network said when)
 *   assisted: no interface, a person posts it by hand → sent (heard back, or a link pasted)
 */
export const replyStates = [
  'ready',
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

export const undoSecondsDefault = 10
export const undoSecondsMax = 30
export const replyTextMax = 20_000

/** Can a person still take it back before it leaves? One to be posted by hand is theirs until they say it stands. */
export function canUndo(state: ReplyState): boolean {
  return state === 'ready' || state === 'waiting' || state === 'assisted'
}

/** Does it still need something to happen? Such replies are never forgotten: a watchdog looks at the oldest. */
export function isUnsettled(state: ReplyState): boolean {
  return ['ready', 'sending', 'unknown', 'waiting', 'needs_person', 'assisted'].includes(state)
}
