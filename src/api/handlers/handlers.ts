import type { Handlers } from '#api/handler.ts'
import { demoHandlers } from './demo.ts'
import { inboxHandlers } from './inbox.ts'
import { listeningHandlers } from './listening.ts'
import { peopleHandlers } from './people.ts'
import { replyHandlers } from './reply.ts'
import { sessionHandlers } from './session.ts'
import { teamHandlers } from './team.ts'

/** Every route of the contract has its handler: a missing one is a compile error here. */
export const handlers: Handlers = {
  ...sessionHandlers,
  ...teamHandlers,
  ...listeningHandlers,
  ...inboxHandlers,
  ...replyHandlers,
  ...peopleHandlers,
  ...demoHandlers,
}
