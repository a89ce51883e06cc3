// npm run triage:train, npm run triage:eval: makes the weights of triage from the corpus, and measures them.
import { join } from 'node:path'
import { run, script } from './program.mjs'
import { Refusal, root, setup } from './setup.mjs'

const programs = {
  train: join(root, 'src', 'triage', 'learn', 'train-models.ts'),
  eval: join(root, 'bench', 'triage-eval.ts'),
}

await script(async ([what, ...rest]) => {
  const program = programs[what]
  if (!program) throw new Refusal(`There is no triage "${what}". There are: ${Object.keys(programs).join(', ')}.`)
  return await run(await setup({ withTools: true }), [program, ...rest])
})
