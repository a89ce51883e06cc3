import type { Handlers } from '#api/handler.ts'
import { adviceHandlers } from './advice.ts'
import { alertHandlers } from './alerts.ts'
import { annotationHandlers } from './annotations.ts'
import { approvalHandlers } from './approvals.ts'
import { assistHandlers } from './assist.ts'
import { demoHandlers } from './demo.ts'
import { effectHandlers } from './effects.ts'
import { hoursHandlers } from './hours.ts'
import { inboxHandlers } from './inbox.ts'
import { incidentHandlers } from './incidents.ts'
import { learnedHandlers } from './learned.ts'
import { listeningHandlers } from './listening.ts'
import { noiseHandlers } from './noise.ts'
import { notifyHandlers } from './notify.ts'
import { peopleHandlers } from './people.ts'
import { pileHandlers } from './pile.ts'
import { pledgeHandlers } from './pledges.ts'
import { policyHandlers } from './policy.ts'
import { promiseHandlers } from './promises.ts'
import { promotionHandlers } from './promotion.ts'
import { replyHandlers } from './reply.ts'
import { reportCostHandlers } from './report-costs.ts'
import { reportEffectHandlers } from './report-effect.ts'
import { reportHandlers } from './reports.ts'
import { retentionHandlers } from './retention.ts'
import { routingHandlers } from './routing.ts'
import { rumourHandlers } from './rumours.ts'
import { savedReportHandlers } from './saved-reports.ts'
import { sendingHandlers } from './sending.ts'
import { sessionHandlers } from './session.ts'
import { silenceHandlers } from './silences.ts'
import { snippetHandlers } from './snippets.ts'
import { spellingHandlers } from './spelling.ts'
import { storyHandlers } from './story.ts'
import { teamHandlers } from './team.ts'
import { viewHandlers } from './views.ts'

/** Every route of the contract has its handler: a missing one is a compile error here. */
export const handlers: Handlers = {
  ...sessionHandlers,
  ...teamHandlers,
  ...hoursHandlers,
  ...promiseHandlers,
  ...approvalHandlers,
  ...pledgeHandlers,
  ...promotionHandlers,
  ...silenceHandlers,
  ...notifyHandlers,
  ...listeningHandlers,
  ...inboxHandlers,
  ...noiseHandlers,
  ...viewHandlers,
  ...routingHandlers,
  ...policyHandlers,
  ...rumourHandlers,
  ...snippetHandlers,
  ...storyHandlers,
  ...replyHandlers,
  ...sendingHandlers,
  ...pileHandlers,
  ...effectHandlers,
  ...reportCostHandlers,
  ...reportEffectHandlers,
  ...reportHandlers,
  ...savedReportHandlers,
  ...annotationHandlers,
  ...spellingHandlers,
  ...peopleHandlers,
  ...retentionHandlers,
  ...adviceHandlers,
  ...assistHandlers,
  ...learnedHandlers,
  ...incidentHandlers,
  ...alertHandlers,
  ...demoHandlers,
}
