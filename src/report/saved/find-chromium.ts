import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { App } from '#app.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chromium of this machine: the one that was named, or the first on the path. Undefined where there is none. */
export async function findChromium({ chromium }: Pick<App, 'chromium'>): Promise<string | undefined> {
  if (chromium !== undefined) return (await canRun(chromium)) ? chromium : undefined
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const places = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere]
  for (const place of places) if (await canRun(place)) return place
  return undefined
}

function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
