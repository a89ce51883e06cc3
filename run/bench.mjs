// npm run bench -- <name> [--json]: runs bench/<name>.ts, whose last line with --json is one object of figures.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, script } from './program.mjs'
import { Refusal, root, setup } from './setup.mjs'

const folder = join(root, 'bench')

await script(async (args) => {
  const [name, ...rest] = args
  if (!name || name === '--help') {
    process.stdout.write(`npm run bench -- <name> [--json]\n\n${list()}`)
    return 0
  }
  if (!benches().includes(name)) throw new Refusal(`There is no bench "${name}". There are:\n${list()}`)
  const node = await setup({ withTools: true })
  return await run(node, [join(folder, `${name}.ts`), ...rest])
})

/** A bench is a file with nothing but small letters and hyphens in its name; the others are their parts. */
function benches() {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
}

/** Each with the first line of comment in its file. */
function list() {
  const lines = benches().map((name) => `  ${name.padEnd(12)} ${firstWords(name)}\n`)
  return lines.join('')
}

function firstWords(name) {
  const comment = /^(?:\/\/|\/\*\*| \*) +(.+)$/m.exec(readFileSync(join(folder, `${name}.ts`), 'utf8'))
  return comment?.[1]?.replace(/\s*\*\/$/, '') ?? ''
}
