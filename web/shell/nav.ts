import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { ChartColumn, Inbox, type LucideIcon, Radio, Settings, Siren } from 'lucide-react'
import type { CommandId } from '#web/commands.ts'

export type NavItem = {
  to: '/inbox' | '/crisis' | '/listen' | '/reputation' | '/settings/me'
  icon: LucideIcon
  label: MessageDescriptor
  command: CommandId
  isOnRail: boolean
}

/** The screens one can go to. Settings stand at the foot of the rail. */
export const nav: readonly NavItem[] = [
  { to: '/inbox', icon: Inbox, label: msg`Inbox`, command: 'goInbox', isOnRail: true },
  { to: '/crisis', icon: Siren, label: msg`Crisis room`, command: 'goCrisis', isOnRail: true },
  { to: '/listen', icon: Radio, label: msg`Listening`, command: 'goListen', isOnRail: true },
  { to: '/reputation', icon: ChartColumn, label: msg`Reputation`, command: 'goReputation', isOnRail: true },
  { to: '/settings/me', icon: Settings, label: msg`Settings`, command: 'goSettings', isOnRail: false },
]

/** What stands below a screen without beginning with its address. */
const alsoBelow: { [To in NavItem['to']]?: string } = { '/settings/me': '/settings', '/reputation': '/reports' }

export function isAt({ to }: NavItem, path: string): boolean {
  return [to, alsoBelow[to]].some((place) => place !== undefined && path.startsWith(place))
}
