import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-json'

/** The words of the screens: English in the source, both languages in `web/words`. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'nl'],
  catalogs: [{ path: '<rootDir>/web/words/{locale}', include: ['web'] }],
  format: formatter({ style: 'lingui', origins: false }),
})
