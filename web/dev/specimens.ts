import type { Specimen } from './specimen.ts'
import { conversationSpecimens } from './specimens-conversation.ts'
import { hoursSpecimens } from './specimens-hours.ts'
import { inboxSpecimens } from './specimens-inbox.ts'
import { notifySpecimens } from './specimens-notify.ts'
import { offlineSpecimens } from './specimens-offline.ts'
import { peopleSpecimens } from './specimens-people.ts'
import { pileSpecimens } from './specimens-pile.ts'
import { promiseSpecimens } from './specimens-promises.ts'
import { routingSpecimens } from './specimens-routing.ts'
import { screenSpecimens } from './specimens-screens.ts'
import { searchSpecimens } from './specimens-search.ts'

/** Every state of every screen, each at `/dev/states/<name>`. */
export const specimens: readonly Specimen[] = [
  ...inboxSpecimens,
  ...conversationSpecimens,
  ...offlineSpecimens,
  ...peopleSpecimens,
  ...screenSpecimens,
  ...hoursSpecimens,
  ...routingSpecimens,
  ...pileSpecimens,
  ...promiseSpecimens,
  ...notifySpecimens,
  ...searchSpecimens,
]
