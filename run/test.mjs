// npm test: installs what is missing, then runs every test. --only=<part of a path> chooses; --fast keeps to src and web.
import { script } from './program.mjs'
import { runTests } from './run-tests.mjs'
import { Refusal, setup } from './setup.mjs'

await script(async (args) => {
  const choice = { only: onlyOf(args), fast: args.includes('--fast') }
  return await runTests(await setup({ withTools: true }), choice)
})

function onlyOf(args) {
  const unknown = args.find((arg) => !arg.startsWith('--only=') && arg !== '--fast')
  if (unknown) throw new Refusal(`npm test does not know ${unknown}. It knows --only=<part of a path> and --fast.`)
  return args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? ''
}
