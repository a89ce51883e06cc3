import type { OpenedApp } from '#app.ts'
import { runAlerts } from '#crisis/alerts/run-alerts.ts'
import { runIncidents } from '#crisis/incident/run-incidents.ts'
import { runRumours } from '#crisis/rumours/run-rumours.ts'
import { openDemo } from '#demo/open-demo.ts'
import { runDemo } from '#demo/run-demo.ts'
import { addTopic } from '#inbox/add-topic.ts'
import { followBlanked } from '#inbox/effects/follow-blanked.ts'
import { runEffects } from '#inbox/effects/run-effects.ts'
import { followCorrection } from '#inbox/follow-correction.ts'
import { openFollowed } from '#inbox/followed.ts'
import { runPromiseWatch } from '#inbox/promise-health.ts'
import { runGivingOut } from '#inbox/routing/run-giving-out.ts'
import { runRouting } from '#inbox/routing/run-routing.ts'
import { runPromises } from '#inbox/run-promises.ts'
import { runWeighing } from '#inbox/run-weighing.ts'
import { isOpenOn, sendDigest } from '#inbox/send-digest.ts'
import { type OnOwnPost, takeIn } from '#inbox/take-in.ts'
import { runWaking } from '#inbox/wake-waiting.ts'
import { listenAlone } from '#listen/listen-alone.ts'
import { type Listening, runSources } from '#listen/run-sources.ts'
import { runPrintSweeps } from '#mentions/keep-prints.ts'
import { runLearning } from '#mentions/learn-from-corrections.ts'
import { runRechecks } from '#mentions/recheck-mentions.ts'
import { runBackfills } from '#mentions/run-backfills.ts'
import { runOpinions } from '#mentions/seek-opinions.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { runNotifying } from '#notify/run-notifying.ts'
import { confirmHeardBack } from '#reply/confirm-heard-back.ts'
import { runRetention } from '#reply/erase-outlived.ts'
import { holdBackOvertaken } from '#reply/hold-back-overtaken.ts'
import { runOutbox } from '#reply/run-outbox.ts'
import { runFigures } from '#report/run-figures.ts'
import { runLetters } from '#report/saved/run-letters.ts'
import { openAuth } from '#team/auth.ts'
import type { House } from './handler.ts'
import { handlers } from './handlers/handlers.ts'
import { openLive } from './live.ts'
import { buildServer, startServer } from './server.ts'
import { openWebFiles } from './web-files.ts'

/** The parts of the program that can run in a process of their own. */
export const roles = ['listen', 'work', 'web'] as const
export type ProcessRole = (typeof roles)[number]

export type RunningHouse = { url: string | undefined; stop(): Promise<void> }

/** Starts the chosen parts: ears, outbox and clocks, and the screens. They find each other through the database. */
export async function startHouse(
  app: OpenedApp,
  options: {
    only: readonly ProcessRole[]
    host: string
    port: number
    isPortFixed: boolean
    webFolder: string
    isUrlGiven: boolean
    isDemoWanted: boolean
  },
): Promise<RunningHouse> {
  const over = new AbortController()
  const { signal } = over
  const engine = openTopicEngine(app)
  const followed = openFollowed(app)
  const runs = (role: ProcessRole) => options.only.includes(role)
  const onOwnPost: OnOwnPost = async (tx, ctx, own) => void (await confirmHeardBack(tx, ctx, own))
  const receive = takeIn(app, { engine, followed, onOwnPost, onTheirs: holdBackOvertaken })
  const demo = openDemo(app)
  let ears: Listening | undefined
  const earsDone = runs('listen')
    ? listenAlone(app, {
        signal,
        tell: ({ kind, workspaceId }) => {
          if (kind === 'topic.changed' || kind === 'team.changed' || kind === 'learned.changed')
            engine.forget(workspaceId)
          if (kind === 'account.changed' || kind === 'reply.changed') followed.forget(workspaceId)
          if (kind === 'source.changed' || kind === 'account.changed') ears?.wake()
        },
        listen: (isOver) => {
          ears = runSources(app, { receive, terms: engine.terms, signal: isOver })
          return ears.stopped
        },
      })
    : Promise.resolve()
  const outbox = runs('work') ? runOutbox(app, { signal }) : Promise.resolve()
  const clocks = runs('work')
    ? Promise.all([
        runWaking(app, signal),
        runPromises(app, signal),
        runLearning(app, signal),
        runWeighing(app, signal),
        runEffects(app, signal),
        runRumours(app, signal),
        runFigures(app, signal),
        runLetters(app, signal),
        runRouting(app, signal),
        runGivingOut(app, signal),
        runIncidents(app, signal),
        runAlerts(app, signal),
        runPrintSweeps(app, signal),
        runRetention(app, signal),
        runRechecks(app, { signal, onBlanked: followBlanked(app) }),
        runBackfills(app, { engine, receive, onLabelled: addTopic, signal }),
        runDemo(app, { receive, signal }),
        runOpinions(app, { signal, after: followCorrection }),
      ])
    : Promise.resolve()
  const watch = Promise.all([
    runPromiseWatch(app, signal),
    runNotifying(app, { digests: { isOpenOn, send: sendDigest }, signal }),
  ])
  const house: House = {
    app,
    auth: openAuth({
      pool: app.db.pool,
      secret: app.secrets.keyFor('session').toString('base64url'),
      publicUrl: app.publicUrl,
    }),
    engine,
    followed,
    demo,
    isDemoWanted: options.isDemoWanted,
    nudge: () => ears?.wake(),
  }
  let web: Awaited<ReturnType<typeof startWeb>> | undefined
  const stop = async () => {
    over.abort()
    demo.close()
    await web?.stop()
    await Promise.allSettled([earsDone, outbox, clocks, watch])
  }
  try {
    web = runs('web') ? await startWeb(app, house, options) : undefined
  } catch (error) {
    await stop()
    throw error
  }
  if (web) app.ownUrl = web.url
  if (web && !options.isUrlGiven) app.publicUrl = web.url
  return { url: web?.url, stop }
}

async function startWeb(
  app: OpenedApp,
  house: House,
  options: { host: string; port: number; isPortFixed: boolean; webFolder: string },
): Promise<{ url: string; stop(): Promise<void> }> {
  const live = openLive(app, app.databaseUrl)
  const built = buildServer({ house, handlers, live, files: openWebFiles(options.webFolder) })
  const started = startServer(built, {
    host: options.host,
    port: options.port,
    triesMax: options.isPortFixed ? 1 : 20,
  })
  const { port, server } = await started.catch(async (error) => {
    await live.close()
    throw error
  })
  const shownHost = options.host === '127.0.0.1' || options.host === '0.0.0.0' ? 'localhost' : options.host
  return {
    url: `http://${shownHost}:${port}`,
    async stop() {
      await live.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
