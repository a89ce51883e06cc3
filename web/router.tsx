import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { ConversationView } from '#domain/conversation.ts'
import { ask, keyOf, queries, whenSignedOut } from './api.ts'
import { openOffline } from './offline/door.ts'
import { withWords } from './prefs.tsx'
import { leave } from './session.ts'
import { NotFoundScreen } from './shell/not-found.tsx'
import { ScreenFailed } from './shell/screen-failed.tsx'
import { Shell } from './shell/shell.tsx'

/** What the inbox is narrowed by; all of it stands in the address. */
export type InboxSearch = {
  q?: string
  network?: string
  sentiment?: string
  lang?: string
  topicId?: string
  departmentId?: string
  sort?: 'urgent'
}
const inboxKeys = ['q', 'network', 'sentiment', 'lang', 'topicId', 'departmentId'] as const
const searchTextMax = 500

function inboxSearch(given: Record<string, unknown>): InboxSearch {
  const search: InboxSearch = {}
  for (const key of inboxKeys) {
    const value = given[key]
    if (typeof value === 'string' && value) search[key] = value.slice(0, searchTextMax)
  }
  if (given.sort === 'urgent') search.sort = 'urgent'
  return search
}

export function sessionNow() {
  return queries.ensureQueryData({
    queryKey: keyOf('GET /api/session'),
    queryFn: async () => {
      await leave()
      return await ask('GET /api/session')
    },
    // Nothing can be drawn before this is known: better a screen that says so at once than a blank one for seconds.
    retry: false,
  })
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundScreen, errorComponent: ScreenFailed })

/** Screens with the rail: for members. Others are led to the door. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await sessionNow()
    if (!session.user || !session.member) throw redirect({ to: '/sign-in', search: { to: location.href } })
    if (session.workspace && !session.workspace.isWelcomed && location.pathname === '/')
      throw redirect({ to: '/welcome' })
  },
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view', params: { view: 'mine' satisfies ConversationView } })
  },
})
const inboxHome = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view', params: { view: 'mine' satisfies ConversationView } })
  },
})
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

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/settings.tsx')), 'SettingsScreen'),
})
const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/me' })
  },
})
const settingsWorkspace = createRoute({
  getParentRoute: () => settings,
  path: '/workspace',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/workspace.tsx')), 'WorkspaceSettings'),
})
const settingsPromises = createRoute({
  getParentRoute: () => settings,
  path: '/promises',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/promises.tsx')), 'PromiseSettings'),
})
const settingsRetention = createRoute({
  getParentRoute: () => settings,
  path: '/retention',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/retention.tsx')), 'RetentionSettings'),
})
const settingsLearned = createRoute({
  getParentRoute: () => settings,
  path: '/learned',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/learned.tsx')), 'LearnedSettings'),
})
const settingsAdviser = createRoute({
  getParentRoute: () => settings,
  path: '/second-opinion',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/adviser.tsx')), 'AdviserSettings'),
})
const settingsNoise = createRoute({
  getParentRoute: () => settings,
  path: '/noise',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/noise.tsx')), 'NoiseSettings'),
})
const settingsRouting = createRoute({
  getParentRoute: () => settings,
  path: '/routing',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/routing.tsx')), 'RoutingSettings'),
})
const settingsMembers = createRoute({
  getParentRoute: () => settings,
  path: '/members',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/members.tsx')), 'MemberSettings'),
})
const settingsDepartments = createRoute({
  getParentRoute: () => settings,
  path: '/departments',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/departments.tsx')), 'DepartmentSettings'),
})
const settingsAccounts = createRoute({
  getParentRoute: () => settings,
  path: '/accounts',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/accounts.tsx')), 'AccountSettings'),
})
const settingsMe = createRoute({
  getParentRoute: () => settings,
  path: '/me',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/me.tsx')), 'MySettings'),
})

const settingsNotifications = createRoute({
  getParentRoute: () => settings,
  path: '/notifications',
  component: lazyRouteComponent(
    () => withWords(import('./screens/settings/notifications.tsx')),
    'NotificationSettings',
  ),
})
const settingsMail = createRoute({
  getParentRoute: () => settings,
  path: '/mail',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/mail.tsx')), 'MailSettings'),
})
const settingsAppearance = createRoute({
  getParentRoute: () => settings,
  path: '/appearance',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/appearance.tsx')), 'AppearanceSettings'),
})
const settingsKeyboard = createRoute({
  getParentRoute: () => settings,
  path: '/keyboard',
  component: lazyRouteComponent(() => withWords(import('./screens/settings/keyboard.tsx')), 'KeyboardSettings'),
})

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
    if (session.user && session.member) throw redirect({ href: search.to ?? '/' })
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
    person,
    pile,
    settings.addChildren([
      settingsHome,
      settingsWorkspace,
      settingsPromises,
      settingsLearned,
      settingsAdviser,
      settingsNoise,
      settingsRouting,
      settingsRetention,
      settingsMembers,
      settingsDepartments,
      settingsAccounts,
      settingsMe,
      settingsNotifications,
      settingsMail,
      settingsAppearance,
      settingsKeyboard,
    ]),
  ]),
  signIn,
  invitation,
  welcome,
  states,
  demo,
])

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true })

whenSignedOut(() => {
  if (router.state.location.pathname === '/sign-in') return
  queries.clear()
  void openOffline().then((offline) => offline?.lock())
  void router.navigate({ to: '/sign-in', search: { to: router.state.location.href } })
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
