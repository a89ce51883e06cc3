import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withWords } from '#web/prefs.tsx'
import { reportSearch } from '#web/report-search.ts'
import { paper, root, shell } from './shell-route.tsx'

type Screens = typeof import('#web/screens/reports/screens.ts')
const screen = (name: keyof Screens) =>
  lazyRouteComponent(() => withWords(import('#web/screens/reports/screens.ts')), name)

export const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  component: screen('ReportsScreen'),
})
/** Takes along of what the reputation screen was: it becomes what the report is of. */
export const reportNew = createRoute({
  getParentRoute: () => shell,
  path: '/reports/new',
  validateSearch: reportSearch,
  component: screen('NewReportScreen'),
})
/** Of the search only what is opened beside the figures counts here. */
export const report = createRoute({
  getParentRoute: () => shell,
  path: '/reports/$report',
  validateSearch: reportSearch,
  component: screen('ReportScreen'),
})
export const reportEdit = createRoute({
  getParentRoute: () => shell,
  path: '/reports/$report/edit',
  component: screen('EditReportScreen'),
})
export const reportPrint = createRoute({
  getParentRoute: () => paper,
  path: '/reports/$report/print',
  component: screen('PrintReportScreen'),
})

type SharedSearch = { print?: 1; lang?: 'en' | 'nl' }

/** For whoever has a link, without a session. `print` and `lang` are for the browser that makes the PDF. */
export const sharedReport = createRoute({
  getParentRoute: () => root,
  path: '/shared/report/$token',
  validateSearch: ({ print, lang }: Record<string, unknown>): SharedSearch => ({
    ...(String(print) === '1' && { print: 1 }),
    ...((lang === 'en' || lang === 'nl') && { lang }),
  }),
  component: screen('SharedReportScreen'),
})
