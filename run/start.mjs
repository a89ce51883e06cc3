// npm start: installs what is missing, builds the pages where they are old, starts the server.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, script } from './program.mjs'
import { root, setup } from './setup.mjs'
import { buildWeb, isWebBuilt } from './web.mjs'

await script(async (args) => {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(readFileSync(join(root, 'run', 'start-help.txt')))
    return 0
  }
  const node = await setup()
  // Side by side: until the pages are there, the server shows a line that says so.
  const building = isWebBuilt() ? Promise.resolve(0) : buildWeb(node)
  const serving = run(node, [join(root, 'src', 'main.ts'), 'start', ...args], { cwd: process.cwd() })
  const built = await Promise.race([building, serving.then(() => 0)])
  if (built !== 0) process.kill(process.pid, 'SIGTERM')
  const code = await serving
  return built === 0 ? code : built
})
