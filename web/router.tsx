import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { Session } from '#api/contract/shapes.ts'
import { type ConversationView, conversationViews } from '#domain/conversation.ts'
import { queries, whenSignedOut } from './api.ts'
import { inboxSearch } from './inbox-search.ts'
import { openOffline } from './offline/door.ts'
import { enterPlace, placeNow, placeRewrite, slugIn } from './place.ts'
import { withWords } from './prefs.tsx'
import { reportSearch } from './report-search.ts'
import { crisis, crisisPrint, crisisRoom, crisisStatus, rumour, rumours } from './routes/crisis-routes.ts'
import { report, reportEdit, reportNew, reportPrint, reports, sharedReport } from './routes/report-routes.ts'
import { settings } from './routes/settings-routes.ts'
import { isNowhere, paper, root, sessionNow, shell } from './routes/shell-route.tsx'

const home = createRoute({ getParentRoute: () => shell, path: '/', beforeLoad: toInbox })
const inboxHome = createRoute({ getParentRoute: () => shell, path: '/inbox', beforeLoad: toInbox })

/** Where one's work begins: one's own queue, or the first column of whoever has no such column. */
async function toInbox() {
  const { user } = await sessionNow()
  const mine: ConversationView = 'mine'
  const columns = user?.layout === 'columns' ? (user.columns ?? []) : []
  const view = columns.includes(mine) ? mine : (conversationViewIn(columns) ?? mine)
  throw redirect({ to: '/inbox/$view', params: { view } })
}

function conversationViewIn(columns: readonly string[]): ConversationView | undefined {
  return columns.flatMap((kept) => conversationViews.find((view) => view === kept) ?? [])[0]
}
/** One component for list and conversation, so that the list stays where it is. */
const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox/$view',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('./screens/inbox/inbox.tsx'), 'InboxScreen'),
})
const inboxConversation = createRoute({ getParentRoute: () => inbox, path: '/$conversation' })
const permalink = createRoute({
  getParentRoute: () => shell,
  path: '/c/$key',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/inbox/$view/$conversation', params: { view: 'all', conversation: params.key } })
  },
})

const listen = createRoute({
  getParentRoute: () => shell,
  path: '/listen',
  component: lazyRouteComponent(() => withWords(import('./screens/listen/listen.tsx')), 'ListenScreen'),
})

const listenNew = createRoute({
  getParentRoute: () => shell,
  path: '/listen/new',
  component: lazyRouteComponent(() => withWords(import('./screens/listen/search-screen.tsx')), 'NewSearchScreen'),
})
const listenSearch = createRoute({
  getParentRoute: () => shell,
  path: '/listen/$search',
  component: lazyRouteComponent(() => withWords(import('./screens/listen/search-screen.tsx')), 'SearchScreen'),
})
const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/$id',
  component: lazyRouteComponent(() => withWords(import('./screens/person/person.tsx')), 'PersonScreen'),
})
const pile = createRoute({
  getParentRoute: () => shell,
  path: '/pile/$conversation',
  component: lazyRouteComponent(() => withWords(import('./screens/pile/pile.tsx')), 'PileScreen'),
})
const scheduled = createRoute({
  getParentRoute: () => shell,
  path: '/scheduled',
  component: lazyRouteComponent(() => withWords(import('./screens/scheduled/scheduled.tsx')), 'ScheduledScreen'),
})
const reputation = createRoute({
  getParentRoute: () => shell,
  path: '/reputation',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => withWords(import('./screens/reputation/reputation.tsx')), 'ReputationScreen'),
})
const topicReport = createRoute({
  getParentRoute: () => shell,
  path: '/reputation/topic/$id',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => withWords(import('./screens/reputation/topic-report.tsx')), 'TopicReportScreen'),
})

/** The address of another workspace than that of this window. */
export function isElsewhere(href: string): boolean {
  const slug = slugIn(href)
  return slug !== undefined && slug !== placeNow()
}

/** Where to go after signing in: only a path of our own, never another site. */
function signInSearch(given: Record<string, unknown>): { to?: string } {
  const { to } = given
  return typeof to === 'string' && /^\/(?![/\\])/u.test(to) ? { to } : {}
}
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  beforeLoad: async ({ search }) => {
    const session = await sessionNow()
    if (!session.user || !session.member) return
    const href = search.to ?? '/'
    throw redirect({ href, reloadDocument: isElsewhere(href) })
  },
  component: lazyRouteComponent(() => withWords(import('./screens/sign-in/sign-in.tsx')), 'SignInScreen'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => withWords(import('./screens/sign-in/invitation.tsx')), 'InvitationScreen'),
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: async () => {
    const session = await sessionNow()
    if (isNowhere(session)) throw redirect({ to: '/inbox' })
    if (!session.user || !session.member) throw redirect({ to: '/sign-in', search: { to: '/welcome' } })
  },
  component: lazyRouteComponent(() => withWords(import('./screens/welcome/welcome.tsx')), 'WelcomeScreen'),
})

/** For whoever makes the screens: nothing leads here. The room has no session and no server; see web/dev/room.ts. */
const states = createRoute({
  getParentRoute: () => root,
  path: '/dev/states',
  component: lazyRouteComponent(() => withWords(import('./dev/sheet.tsx')), 'StatesSheet'),
})

const demo = createRoute({
  getParentRoute: () => root,
  path: '/demo',
  beforeLoad: async () => {
    const session = await sessionNow()
    if (!session.user) throw redirect({ to: '/sign-in', search: { to: '/demo' } })
  },
  component: lazyRouteComponent(() => withWords(import('./screens/demo/demo.tsx')), 'DemoScreen'),
})

const routeTree = root.addChildren([
  shell.addChildren([
    home,
    inboxHome,
    inbox.addChildren([inboxConversation]),
    permalink,
    listen,
    listenNew,
    listenSearch,
    rumours,
    rumour,
    crisis,
    crisisRoom,
    crisisStatus,
    crisisPrint,
    person,
    pile,
    scheduled,
    reputation,
    topicReport,
    reports,
    reportNew,
    report,
    reportEdit,
    settings,
  ]),
  paper.addChildren([reportPrint]),
  sharedReport,
  signIn,
  invitation,
  welcome,
  states,
  demo,
])

export const router = createRouter({
  routeTree,
  rewrite: placeRewrite,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

/** An address that names no workspace, as they all were once, is one of the session's: it says so from now on. Before anything is drawn. */
export function settle(session: Session): void {
  const { workspace } = session
  if (!workspace) return
  enterPlace(workspace.slug)
  const { pathname, search, hash } = router.history.location
  const shown = placeRewrite.output({
    url: placeRewrite.input({ url: new URL(pathname + search + hash, window.location.origin) }),
  })
  router.history.replace(shown.pathname + shown.search + shown.hash, router.history.location.state)
}

whenSignedOut(() => {
  if (router.state.location.pathname === '/sign-in') return
  queries.clear()
  void openOffline().then((offline) => offline?.lock())
  void router.navigate({ to: '/sign-in', search: { to: router.state.location.publicHref } })
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
