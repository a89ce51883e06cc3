import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Inbox, type LucideIcon, Radio, Settings } from 'lucide-react'

export type NavItem = {
  to: '/inbox' | '/listen' | '/settings/me'
  icon: LucideIcon
  label: MessageDescriptor
  keys: string
  isOnRail: boolean
}

/** The screens one can go to. Settings stand at the foot of the rail. */
export const nav: readonly NavItem[] = [
  { to: '/inbox', icon: Inbox, label: msg`Inbox`, keys: 'g i', isOnRail: true },
  { to: '/listen', icon: Radio, label: msg`Listening`, keys: 'g l', isOnRail: true },
  { to: '/settings/me', icon: Settings, label: msg`Settings`, keys: 'g s', isOnRail: false },
]

export function isAt(item: NavItem, path: string): boolean {
  return path.startsWith(item.to === '/settings/me' ? '/settings' : item.to)
}
