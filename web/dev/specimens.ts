import type { Specimen } from './specimen.ts'
import { alertSpecimens } from './specimens-alerts.ts'
import { approvalSpecimens } from './specimens-approval.ts'
import { approvalSettingsSpecimens } from './specimens-approval-settings.ts'
import { assistSpecimens } from './specimens-assist.ts'
import { columnSpecimens } from './specimens-columns.ts'
import { conversationSpecimens } from './specimens-conversation.ts'
import { crisisSpecimens } from './specimens-crisis.ts'
import { hoursSpecimens } from './specimens-hours.ts'
import { inboxSpecimens } from './specimens-inbox.ts'
import { laterSpecimens } from './specimens-later.ts'
import { notifySpecimens } from './specimens-notify.ts'
import { offlineSpecimens } from './specimens-offline.ts'
import { peopleSpecimens } from './specimens-people.ts'
import { pileSpecimens } from './specimens-pile.ts'
import { playbookSpecimens } from './specimens-playbooks.ts'
import { policySpecimens } from './specimens-policy.ts'
import { promiseSpecimens } from './specimens-promises.ts'
import { promotionSpecimens } from './specimens-promotion.ts'
import { reportSpecimens } from './specimens-reports.ts'
import { reputationSpecimens } from './specimens-reputation.ts'
import { retentionSpecimens } from './specimens-retention.ts'
import { routingSpecimens } from './specimens-routing.ts'
import { rumourSpecimens } from './specimens-rumours.ts'
import { screenSpecimens } from './specimens-screens.ts'
import { searchSpecimens } from './specimens-search.ts'
import { silenceSpecimens } from './specimens-silence.ts'
import { snippetSpecimens } from './specimens-snippets.ts'
import { spellingSpecimens } from './specimens-spelling.ts'
import { stopSpecimens } from './specimens-stop.ts'
import { workspaceSpecimens } from './specimens-workspaces.ts'

/** Every state of every screen, each at `/dev/states/<name>`. */
export const specimens: readonly Specimen[] = [
  ...inboxSpecimens,
  ...columnSpecimens,
  ...conversationSpecimens,
  ...offlineSpecimens,
  ...peopleSpecimens,
  ...screenSpecimens,
  ...assistSpecimens,
  ...hoursSpecimens,
  ...routingSpecimens,
  ...reputationSpecimens,
  ...reportSpecimens,
  ...retentionSpecimens,
  ...pileSpecimens,
  ...policySpecimens,
  ...silenceSpecimens,
  ...promiseSpecimens,
  ...promotionSpecimens,
  ...notifySpecimens,
  ...searchSpecimens,
  ...approvalSpecimens,
  ...approvalSettingsSpecimens,
  ...spellingSpecimens,
  ...rumourSpecimens,
  ...snippetSpecimens,
  ...stopSpecimens,
  ...laterSpecimens,
  ...crisisSpecimens,
  ...alertSpecimens,
  ...playbookSpecimens,
  ...workspaceSpecimens,
]
