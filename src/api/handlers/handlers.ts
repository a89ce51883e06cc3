import type { Handlers } from '#api/handler.ts'
import { adviceHandlers } from './advice.ts'
import { demoHandlers } from './demo.ts'
import { hoursHandlers } from './hours.ts'
import { inboxHandlers } from './inbox.ts'
import { learnedHandlers } from './learned.ts'
import { listeningHandlers } from './listening.ts'
import { noiseHandlers } from './noise.ts'
import { notifyHandlers } from './notify.ts'
import { peopleHandlers } from './people.ts'
import { pileHandlers } from './pile.ts'
import { promiseHandlers } from './promises.ts'
import { replyHandlers } from './reply.ts'
import { routingHandlers } from './routing.ts'
import { sessionHandlers } from './session.ts'
import { storyHandlers } from './story.ts'
import { teamHandlers } from './team.ts'
import { viewHandlers } from './views.ts'

/** Every route of the contract has its handler: a missing one is a compile error here. */
export const handlers: Handlers = {
  ...sessionHandlers,
  ...teamHandlers,
  ...hoursHandlers,
  ...promiseHandlers,
  ...notifyHandlers,
  ...listeningHandlers,
  ...inboxHandlers,
  ...noiseHandlers,
  ...viewHandlers,
  ...routingHandlers,
  ...storyHandlers,
  ...replyHandlers,
  ...pileHandlers,
  ...peopleHandlers,
  ...adviceHandlers,
  ...learnedHandlers,
  ...demoHandlers,
}
