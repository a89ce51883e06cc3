import { campaignPlaybook, dataLeakPlaybook, safetyPlaybook } from './playbook-starter-first.ts'
import { employeePlaybook, outagePlaybook, rumourPlaybook } from './playbook-starter-more.ts'
import type { PlaybookIn } from './playbook-steps.ts'

export { type Playbook, type PlaybookIn, type PlaybookStep, startedFrom } from './playbook-steps.ts'

export const playbookKeys = ['safety', 'outage', 'data_leak', 'employee', 'rumour', 'campaign'] as const
export type PlaybookKey = (typeof playbookKeys)[number]

/** What one begins with. A workspace changes its own copy. */
export const playbookStarters: Readonly<Record<PlaybookKey, PlaybookIn>> = {
  safety: safetyPlaybook,
  outage: outagePlaybook,
  data_leak: dataLeakPlaybook,
  employee: employeePlaybook,
  rumour: rumourPlaybook,
  campaign: campaignPlaybook,
}
