/** What a member is told without looking for it. */
export const noticeKinds = [
  'promise_flagged',
  'promises_stand',
  'promise_broken',
  'promise_near',
  'mentioned',
  'asked',
  'informed',
  'handed_over',
  'queued',
  'reopened',
  'pledge_due',
  'silence_due',
  'reply_failed',
  'held_back',
  'ends_soon',
  'ended',
  'hook_stopped',
  'sending_stopped',
  'sending_resumed',
  'approval_asked',
  'approval_late',
  'approved',
  'changes_asked',
  'rejected',
  'incident_joined',
  'incident_due',
  'alert_raised',
  'alert_again',
  'alert_grave',
  'listening_deaf',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Why an answer did not leave when it was to: they wrote again, a colleague answered, a stop, its end, or an approval that is void. */
export const heldBackWhys = ['message', 'colleague', 'stop', 'resumed', 'approval'] as const
export type HeldBackWhy = (typeof heldBackWhys)[number]

/** From loud to soft: at once and in quiet hours too; at once; only in the program; only in the letter of the day. */
export const noticeLevels = ['page', 'nudge', 'badge', 'digest'] as const
export type NoticeLevel = (typeof noticeLevels)[number]
export type NoticeLevels = Readonly<Record<NoticeKind, NoticeLevel>>

export const usualLevels: NoticeLevels = {
  promise_flagged: 'page',
  promises_stand: 'page',
  promise_broken: 'nudge',
  promise_near: 'badge',
  mentioned: 'nudge',
  asked: 'nudge',
  informed: 'badge',
  handed_over: 'nudge',
  queued: 'badge',
  reopened: 'nudge',
  pledge_due: 'nudge',
  silence_due: 'nudge',
  reply_failed: 'nudge',
  held_back: 'nudge',
  ends_soon: 'badge',
  ended: 'badge',
  hook_stopped: 'nudge',
  sending_stopped: 'page',
  sending_resumed: 'nudge',
  approval_asked: 'nudge',
  approval_late: 'nudge',
  approved: 'badge',
  changes_asked: 'nudge',
  rejected: 'nudge',
  incident_joined: 'page',
  incident_due: 'nudge',
  alert_raised: 'nudge',
  alert_again: 'nudge',
  alert_grave: 'page',
  listening_deaf: 'nudge',
}

/** From which level on one gets an e-mail as well. */
export const mailLevels = ['never', 'page', 'nudge'] as const
export type MailLevel = (typeof mailLevels)[number]

export function isAsLoudAs(level: NoticeLevel, least: NoticeLevel): boolean {
  return noticeLevels.indexOf(level) <= noticeLevels.indexOf(least)
}

export type NoticeSettings = {
  levels: NoticeLevels
  /** Times of the clock, `HH:MM`, in `timeZone`. */
  quiet: { from: string; to: string } | null
  timeZone: string
  /** A page comes through quiet hours. */
  isPageHeard: boolean
  mailFrom: MailLevel
  /** A push shows the title of the conversation, on the device and to whoever looks at it. */
  showsText: boolean
  hasDigest: boolean
}

export const usualSettings: NoticeSettings = {
  levels: usualLevels,
  quiet: null,
  timeZone: 'UTC',
  isPageHeard: true,
  mailFrom: 'page',
  showsText: false,
  hasDigest: true,
}

/** The same thing within so long goes out as one. */
export const bundleMs = 5 * 60_000

export const hookKinds = ['slack', 'teams', 'mattermost'] as const
export type HookKind = (typeof hookKinds)[number]
export const mailSecurities = ['tls', 'starttls', 'none'] as const
export type MailSecurity = (typeof mailSecurities)[number]
export type Trouble = { en: string; nl: string; at: string }
export const deliveryChannels = ['push', 'mail', 'digest', 'hook'] as const
export type DeliveryChannel = (typeof deliveryChannels)[number]
