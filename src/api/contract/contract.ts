import type { z } from 'zod'
import { adviceRoutes } from './advice-routes.ts'
import { alertRoutes } from './alert-routes.ts'
import { annotationRoutes } from './annotation-routes.ts'
import { approvalRoutes } from './approval-routes.ts'
import { assistRoutes } from './assist-routes.ts'
import { demoRoutes } from './demo-routes.ts'
import { effectRoutes } from './effect-routes.ts'
import { hoursRoutes } from './hours-routes.ts'
import { inboxRoutes } from './inbox-routes.ts'
import { incidentRoutes } from './incident-routes.ts'
import { learnedRoutes } from './learned-routes.ts'
import { listeningRoutes } from './listening-routes.ts'
import { noiseRoutes } from './noise-routes.ts'
import { notifyRoutes } from './notify-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { pileRoutes } from './pile-routes.ts'
import { pledgeRoutes } from './pledge-routes.ts'
import { policyRoutes } from './policy-routes.ts'
import { promiseRoutes } from './promise-routes.ts'
import { promotionRoutes } from './promotion-routes.ts'
import { replyRoutes } from './reply-routes.ts'
import { reportCostRoutes } from './report-cost-routes.ts'
import { reportEffectRoutes } from './report-effect-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { retentionRoutes } from './retention-routes.ts'
import type { Route } from './route.ts'
import { routingRoutes } from './routing-routes.ts'
import { rumourRoutes } from './rumour-routes.ts'
import { savedReportRoutes } from './saved-report-routes.ts'
import { sendingRoutes } from './sending-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import type * as shape from './shapes.ts'
import { silenceRoutes } from './silence-routes.ts'
import { snippetRoutes } from './snippet-routes.ts'
import { spellingRoutes } from './spelling-routes.ts'
import { storyRoutes } from './story-routes.ts'
import { teamRoutes } from './team-routes.ts'
import { viewRoutes } from './view-routes.ts'

/**
 * Everything the program can be asked over HTTP, in one table: the routes, the OpenAPI document, the handlers' types and
 * the browser's types all come from here. The workspace is never part of a question: it comes from the session.
 */
export const contract = {
  ...sessionRoutes,
  ...teamRoutes,
  ...hoursRoutes,
  ...promiseRoutes,
  ...approvalRoutes,
  ...pledgeRoutes,
  ...promotionRoutes,
  ...silenceRoutes,
  ...notifyRoutes,
  ...listeningRoutes,
  ...inboxRoutes,
  ...noiseRoutes,
  ...viewRoutes,
  ...routingRoutes,
  ...policyRoutes,
  ...rumourRoutes,
  ...snippetRoutes,
  ...storyRoutes,
  ...replyRoutes,
  ...sendingRoutes,
  ...pileRoutes,
  ...effectRoutes,
  ...reportCostRoutes,
  ...reportEffectRoutes,
  ...reportRoutes,
  ...savedReportRoutes,
  ...annotationRoutes,
  ...spellingRoutes,
  ...peopleRoutes,
  ...retentionRoutes,
  ...adviceRoutes,
  ...assistRoutes,
  ...learnedRoutes,
  ...incidentRoutes,
  ...alertRoutes,
  ...demoRoutes,
} as const satisfies Record<string, Route>

export type Contract = typeof contract
export type RouteName = keyof Contract

type Part<R, K extends string> = R extends Record<K, infer S extends z.ZodType> ? S : never
type Input<R, K extends string> = [Part<R, K>] extends [never] ? unknown : { [P in K]: z.input<Part<R, K>> }

/** What the browser gives with a question: `params`, `query` and `body` where the route has them. */
export type Ask<N extends RouteName> = Input<Contract[N], 'params'> &
  Partial<Input<Contract[N], 'query'>> &
  Input<Contract[N], 'body'>
/** What it gets back: moments are ISO strings. */
export type Answer<N extends RouteName> = shape.Wire<z.infer<Contract[N]['answer']>>

/** Every refusal looks like this. `message` is for people; `code` is for programs. */
export type ApiProblem = { error: { code: string; message: string; details: Record<string, unknown> } }
