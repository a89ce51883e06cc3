/** What a member is told without looking for it. */
export const noticeKinds = ['promise_near', 'promise_broken'] as const
export type NoticeKind = (typeof noticeKinds)[number]
