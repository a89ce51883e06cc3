import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-json'

/** What most days is not opened: its words come with it, and do not weigh on the inbox. */
const laterPlaces = [
  ...[
    'crisis',
    'demo',
    'inbox/practice',
    'listen',
    'not-here',
    'notices',
    'palette',
    'person/*.*',
    'pile',
    'rumours',
    'scheduled',
    'reputation',
    'reports',
    'settings',
    'sign-in',
    'welcome',
  ].map((screen) => `web/screens/${screen}`),
  'web/shell/settings-pages.ts',
  'web/parts/charts',
  'web/parts/sample',
  'web/dev',
]

/**
 * What stands beside a conversation when there is a reason for it, or opens over it. What every conversation draws is not
 * here: its words are needed at once. Which file may stand where is checked by web/words.test.ts.
 */
const besidePlaces = [
  ...[
    'advice/advice-path.tsx',
    'advice/advised.tsx',
    'approval',
    'assist',
    'coach',
    'columns',
    'effect',
    'later',
    'direct',
    'incident',
    'mute',
    'parties',
    'pledges',
    'promise',
    'promotion',
    'routed',
    'rumour',
    'silence',
    'weight',
    'kept/erased-conversation.tsx',
    'kept/hold-dialog.tsx',
    'kept/hold-sign.tsx',
    'composer-troubles.tsx',
    'dialogs.tsx',
    'doing-items.tsx',
    'filter-items.tsx',
    'hand-over-dialog.tsx',
    'inbox-menus.tsx',
    'label-words.ts',
    'list-empty.tsx',
    'media-shown.tsx',
    'not-so.tsx',
    'outgoing-bar.tsx',
    'picture-dialog.tsx',
    'reply-assisted.tsx',
    'selection-bar.tsx',
    'snippets/offer-list.tsx',
    'snippets/offers.tsx',
    'snippets/use-offers.ts',
    'source-trouble.tsx',
    'swipe-cards.tsx',
    'use-ground.ts',
    'wait-dialog.tsx',
    'why-panel.tsx',
  ].map((part) => `web/screens/inbox/${part}`),
  'web/screens/person/known/account-line.tsx',
  'web/screens/person/known/identity-words.ts',
  'web/screens/person/known/known-accounts.tsx',
  'web/screens/person/known/link-dialog.tsx',
  'web/screens/person/known/suggested-line.tsx',
  'web/screens/person/known/use-links.ts',
  'web/offline/*.tsx',
  'web/keys',
  'web/parts/policy',
  'web/parts/promises',
  'web/parts/routing',
  'web/shell/my-items.tsx',
  'web/shell/stop',
]

/** A folder with all that is in it; or files. */
const within = (place: string): string => (/\.[\w*]+$/u.test(place) ? place : `${place}/**/*.*`)

/** The words of the screens: English in the source, both languages in `web/words`. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'nl'],
  catalogs: [
    { path: '<rootDir>/web/words/{locale}', include: ['web'], exclude: [...besidePlaces, ...laterPlaces].map(within) },
    { path: '<rootDir>/web/words/beside/{locale}', include: besidePlaces.map(within) },
    { path: '<rootDir>/web/words/later/{locale}', include: laterPlaces.map(within) },
  ],
  format: formatter({ style: 'lingui', origins: false }),
})
