import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The name by which vite.config.ts asks for the worker; it is served as `/sw.js`, always under that name. */
export const workerEntry = 'sw'

/** Tells the worker the files of this build, so that each build has a worker of its own. */
export function appWorker(): Plugin {
  return {
    name: 'wederhoor-app-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle[`${workerEntry}.js`]
      if (worker?.type !== 'chunk') throw new Error('The worker of the pages was not built.')
      if (worker.imports.length > 0) throw new Error('The worker of the pages must be one file; it imports others.')
      const files = Object.values(bundle)
        .filter((file) => file !== worker && isNeeded(file))
        .map((file) => `/${file.fileName}`)
        .sort()
      const hash = createHash('sha256').update(worker.code).update(files.join('\n'))
      for (const file of Object.values(bundle))
        if (file.fileName === 'index.html' && file.type === 'asset') hash.update(file.source)
      worker.code = worker.code
        .replaceAll('__FILES__', JSON.stringify(files))
        .replaceAll('__VERSION__', JSON.stringify(hash.digest('hex').slice(0, 12)))
    },
  }
}

type File = { fileName: string; type: 'asset' | 'chunk'; moduleIds?: readonly string[] }

/** All scripts and styles but those of the room of states; of the fonts the letters of most languages here. */
function isNeeded({ fileName, type, moduleIds = [] }: File): boolean {
  if (type === 'chunk') return !(moduleIds.length > 0 && moduleIds.every((id) => id.includes('/web/dev/')))
  return /\.css$|-latin-wght-normal-[^/]*\.woff2$/u.test(fileName)
}
