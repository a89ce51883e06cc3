// The pages of the browser: built by Vite where what they are made of has changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run } from './program.mjs'
import { root } from './setup.mjs'

const built = join(root, 'dist', 'web')
const stamp = 'inputs.sha256'

/** Whether dist/web was made of exactly these inputs. */
export function isWebBuilt() {
  const made = join(built, stamp)
  return existsSync(made) && readFileSync(made, 'utf8') === hashOfInputs()
}

/** Built aside and renamed, so that the server never serves half of it. Returns the exit code of the build. */
export async function buildWeb(node, stop) {
  const hash = hashOfInputs()
  const draft = join(root, 'dist', `web-${process.pid}`)
  rmSync(built, { recursive: true, force: true })
  const options = ['build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn']
  const code = await run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), ...options], { stop })
  if (code === 0) {
    writeFileSync(join(draft, stamp), hash)
    rmSync(built, { recursive: true, force: true })
    renameSync(draft, built)
  } else {
    rmSync(draft, { recursive: true, force: true })
    if (!stop?.aborted) process.stderr.write('The pages could not be built; see above.\n')
  }
  return code
}

/** Everything the pages are made of: a change of any byte is a change. */
function hashOfInputs() {
  const hash = createHash('sha256')
  for (const path of inputs())
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  return hash.digest('hex')
}

function inputs() {
  const alone = ['package-lock.json', 'vite.config.ts', 'lingui.config.ts'].map((name) => join(root, name))
  const folders = ['web', join('src', 'domain'), join('src', 'api', 'contract')].map((name) => join(root, name))
  const all = [...alone, ...folders.flatMap(filesBelow)]
  return all.filter((path) => existsSync(path) && !/\.test\.tsx?$/.test(path)).sort()
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}
