import { msg } from '@lingui/core/macro'

/** The pages of the settings, in the order of their list. */
export const settingsPages = [
  { to: '/settings/me', label: msg`Me` },
  { to: '/settings/notifications', label: msg`Notifications` },
  { to: '/settings/appearance', label: msg`Appearance` },
  { to: '/settings/keyboard', label: msg`Keyboard` },
  { to: '/settings/workspace', label: msg`Workspace` },
  { to: '/settings/promises', label: msg`Promises` },
  { to: '/settings/house-style', label: msg`House style` },
  { to: '/settings/promotion', label: msg`Promotion` },
  { to: '/settings/noise', label: msg`Noise` },
  { to: '/settings/routing', label: msg`Routing` },
  { to: '/settings/policy', label: msg`Response policy` },
  { to: '/settings/approvals', label: msg`Approvals` },
  { to: '/settings/snippets', label: msg`Snippets` },
  { to: '/settings/knowledge', label: msg`Knowledge` },
  { to: '/settings/no-answer', label: msg`No answer` },
  { to: '/settings/members', label: msg`Members` },
  { to: '/settings/departments', label: msg`Departments` },
  { to: '/settings/mail', label: msg`E-mail and channels` },
  { to: '/settings/accounts', label: msg`Accounts` },
  { to: '/settings/learned', label: msg`What was learned` },
  { to: '/settings/second-opinion', label: msg`Second opinion` },
  { to: '/settings/assisted-writing', label: msg`Assisted writing` },
  { to: '/listen', label: msg`Sources` },
  { to: '/settings/retention', label: msg`What is kept` },
] as const
