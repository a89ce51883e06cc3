import { readEnvironment } from '#base/read-environment.ts'
import { readSettings, type Settings } from '#base/settings.ts'

/** The settings of the environment and `.env`, with what the command line says laid over them. Warnings go to standard error. */
export function environmentWith(given: { port?: string; host?: string; data?: string; demo?: boolean }): {
  settings: Settings
  isPortGiven: boolean
} {
  const env = readEnvironment(process.env, process.cwd())
  const { settings, warnings } = readSettings({
    ...env,
    ...(given.port ? { WEDERHOOR_PORT: given.port } : {}),
    ...(given.host ? { WEDERHOOR_HOST: given.host } : {}),
    ...(given.data ? { WEDERHOOR_DATA: given.data } : {}),
    ...(given.demo ? { WEDERHOOR_DEMO: 'yes' } : {}),
  })
  for (const warning of warnings) process.stderr.write(`${warning}\n`)
  return { settings, isPortGiven: given.port !== undefined }
}
