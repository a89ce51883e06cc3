import type { Answer } from '#api/contract/contract.ts'
import type { HookKind } from '#domain/notice.ts'

export type Hook = Answer<'GET /api/hooks'>[number]

/** Names of products: the same in every language. */
export const hookNames: Record<HookKind, string> = {
  slack: 'Slack',
  teams: 'Microsoft Teams',
  mattermost: 'Mattermost',
}
