import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { withWords } from '#web/prefs.tsx'
import { shell } from './shell-route.tsx'

const page = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/settings.tsx')), 'SettingsScreen'),
})
const settingsHome = createRoute({
  getParentRoute: () => page,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/me' })
  },
})
const settingsWorkspace = createRoute({
  getParentRoute: () => page,
  path: '/workspace',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/workspace.tsx')), 'WorkspaceSettings'),
})
const settingsPromises = createRoute({
  getParentRoute: () => page,
  path: '/promises',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/promises.tsx')), 'PromiseSettings'),
})
const settingsRetention = createRoute({
  getParentRoute: () => page,
  path: '/retention',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/retention.tsx')), 'RetentionSettings'),
})
const settingsLearned = createRoute({
  getParentRoute: () => page,
  path: '/learned',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/learned.tsx')), 'LearnedSettings'),
})
const settingsAdviser = createRoute({
  getParentRoute: () => page,
  path: '/second-opinion',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/adviser.tsx')), 'AdviserSettings'),
})
const settingsAssist = createRoute({
  getParentRoute: () => page,
  path: '/assisted-writing',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/assist/assist.tsx')), 'AssistSettings'),
})
const settingsNoise = createRoute({
  getParentRoute: () => page,
  path: '/noise',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/noise.tsx')), 'NoiseSettings'),
})
const settingsHouseStyle = createRoute({
  getParentRoute: () => page,
  path: '/house-style',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/house-style.tsx')), 'HouseStyleSettings'),
})
const settingsPromotion = createRoute({
  getParentRoute: () => page,
  path: '/promotion',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/promotion.tsx')), 'PromotionSettings'),
})
const settingsRouting = createRoute({
  getParentRoute: () => page,
  path: '/routing',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/routing.tsx')), 'RoutingSettings'),
})
const settingsPolicy = createRoute({
  getParentRoute: () => page,
  path: '/policy',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/policy.tsx')), 'PolicySettings'),
})
const settingsApprovals = createRoute({
  getParentRoute: () => page,
  path: '/approvals',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/approvals.tsx')), 'ApprovalSettingsPage'),
})
const settingsAlerts = createRoute({
  getParentRoute: () => page,
  path: '/alerts',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/alerts/alerts.tsx')), 'AlertSettings'),
})
const settingsSnippets = createRoute({
  getParentRoute: () => page,
  path: '/snippets',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/snippets.tsx')), 'SnippetSettings'),
})
const settingsKnowledge = createRoute({
  getParentRoute: () => page,
  path: '/knowledge',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/knowledge.tsx')), 'KnowledgeSettings'),
})
const settingsPlaybooks = createRoute({
  getParentRoute: () => page,
  path: '/playbooks',
  component: lazyRouteComponent(
    () => withWords(import('#web/screens/settings/playbooks/playbooks.tsx')),
    'PlaybookSettings',
  ),
})
const settingsNoAnswer = createRoute({
  getParentRoute: () => page,
  path: '/no-answer',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/silences.tsx')), 'SilenceSettings'),
})
const settingsMembers = createRoute({
  getParentRoute: () => page,
  path: '/members',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/members.tsx')), 'MemberSettings'),
})
const settingsDepartments = createRoute({
  getParentRoute: () => page,
  path: '/departments',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/departments.tsx')), 'DepartmentSettings'),
})
const settingsAccounts = createRoute({
  getParentRoute: () => page,
  path: '/accounts',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/accounts.tsx')), 'AccountSettings'),
})
const settingsMe = createRoute({
  getParentRoute: () => page,
  path: '/me',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/me.tsx')), 'MySettings'),
})

const settingsNotifications = createRoute({
  getParentRoute: () => page,
  path: '/notifications',
  component: lazyRouteComponent(
    () => withWords(import('#web/screens/settings/notifications.tsx')),
    'NotificationSettings',
  ),
})
const settingsMail = createRoute({
  getParentRoute: () => page,
  path: '/mail',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/mail.tsx')), 'MailSettings'),
})
const settingsAppearance = createRoute({
  getParentRoute: () => page,
  path: '/appearance',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/appearance.tsx')), 'AppearanceSettings'),
})
const settingsKeyboard = createRoute({
  getParentRoute: () => page,
  path: '/keyboard',
  component: lazyRouteComponent(() => withWords(import('#web/screens/settings/keyboard.tsx')), 'KeyboardSettings'),
})

/** The pages of the settings. */
export const settings = page.addChildren([
  settingsHome,
  settingsWorkspace,
  settingsPromises,
  settingsLearned,
  settingsAdviser,
  settingsAssist,
  settingsNoise,
  settingsHouseStyle,
  settingsPromotion,
  settingsRouting,
  settingsPolicy,
  settingsApprovals,
  settingsAlerts,
  settingsSnippets,
  settingsKnowledge,
  settingsPlaybooks,
  settingsNoAnswer,
  settingsRetention,
  settingsMembers,
  settingsDepartments,
  settingsAccounts,
  settingsMe,
  settingsNotifications,
  settingsMail,
  settingsAppearance,
  settingsKeyboard,
])
