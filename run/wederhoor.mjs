#!/usr/bin/env node
// The command `wederhoor`: the program itself under its own Node.
import { runProgram, script } from './program.mjs'
import { setup } from './setup.mjs'

await script(async (args) => {
  const node = await setup()
  return await runProgram(node, args)
})
