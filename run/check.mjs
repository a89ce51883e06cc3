// npm run check: types, form, tests. With --fast only the tests beside the source: no browser, no network of its own.
import { join } from 'node:path'
import { run, script } from './program.mjs'
import { runTests } from './run-tests.mjs'
import { Refusal, root, setup } from './setup.mjs'

await script(async (args) => {
  const unknown = args.find((arg) => arg !== '--fast')
  if (unknown) throw new Refusal(`npm run check does not know ${unknown}. It knows --fast.`)
  const node = await setup({ withTools: true })
  const steps = [
    () => run(node, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit']),
    () => run(node, [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check']),
    () => runTests(node, { only: '', fast: args.includes('--fast') }),
  ]
  for (const step of steps) {
    const code = await step()
    if (code !== 0) return code
  }
  return 0
})
