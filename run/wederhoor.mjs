#!/usr/bin/env node
// The command `wederhoor`: the program itself under its own Node.
import { join } from 'node:path'
import { run, script } from './program.mjs'
import { root, setup } from './setup.mjs'

await script(async (args) => {
  const node = await setup()
  return await run(node, [join(root, 'src', 'main.ts'), ...args], { cwd: process.cwd() })
})
