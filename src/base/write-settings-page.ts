// Writes docs/settings.md from the table of settings: node src/base/write-settings-page.ts
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsPage } from './settings-page.ts'

writeFileSync(join(import.meta.dirname, '../../docs/settings.md'), settingsPage())
