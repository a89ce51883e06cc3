import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-json'

/** Screens that most days are not opened: their words come with them, and do not weigh on the inbox. */
const laterScreens = ['listen', 'settings', 'sign-in', 'welcome'].map((screen) => `web/screens/${screen}`)

/** The words of the screens: English in the source, both languages in `web/words`. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'nl'],
  catalogs: [
    { path: '<rootDir>/web/words/{locale}', include: ['web'], exclude: laterScreens.map((folder) => `${folder}/**`) },
    { path: '<rootDir>/web/words/later/{locale}', include: laterScreens },
  ],
  format: formatter({ style: 'lingui', origins: false }),
})
