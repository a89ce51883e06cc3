// npm start: installs what is missing, builds the pages where they are old, starts the server.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram, script } from './program.mjs'
import { root, setup } from './setup.mjs'
import { buildWeb, isWebBuilt } from './web.mjs'

await script(async (args) => {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(readFileSync(join(root, 'run', 'start-help.txt')))
    return 0
  }
  const node = await setup()
  const over = new AbortController()
  const stop = over.signal
  // Side by side: until the pages are there, the server shows a line that says so. Neither goes on without the other.
  const serving = runProgram(node, ['start', ...args], { stop })
  const building = isWebBuilt() ? Promise.resolve(0) : buildWeb(node, stop)
  const first = await Promise.race([
    building.then((code) => ({ built: code })),
    serving.then((code) => ({ served: code })),
  ])
  if (first.built !== 0) over.abort()
  const [built, served] = await Promise.all([building, serving])
  return first.built ? built : served
})
