import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-json'

/** What most days is not opened: its words come with it, and do not weigh on the inbox. */
const laterFolders = [
  'web/keys',
  'web/offline',
  ...[
    'demo',
    'inbox/coach',
    'inbox/mute',
    'inbox/practice',
    'inbox/routed',
    'inbox/promise',
    'inbox/weight',
    'listen',
    'notices',
    'palette',
    'person',
    'pile',
    'settings',
    'sign-in',
    'welcome',
  ].map((screen) => `web/screens/${screen}`),
  'web/parts/charts',
  'web/parts/routing',
  'web/parts/promises',
  'web/parts/sample',
  'web/dev',
]

/** The words of the screens: English in the source, both languages in `web/words`. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'nl'],
  catalogs: [
    { path: '<rootDir>/web/words/{locale}', include: ['web'], exclude: laterFolders.map((folder) => `${folder}/**`) },
    { path: '<rootDir>/web/words/later/{locale}', include: laterFolders },
  ],
  format: formatter({ style: 'lingui', origins: false }),
})
