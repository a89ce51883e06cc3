// Running npm, and what its failures mean.
import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'

const outputCharsMax = 50_000

/** Runs npm under the given Node: some packages are left out, without a word, under one they do not know. */
export function npm(args, { cwd, node = process.execPath }) {
  // Who starts with NODE_ENV=production still gets the tools; scripts off would leave Node itself uninstalled.
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
  const env = { ...process.env, PATH: path, NODE_ENV: '', npm_config_ignore_scripts: 'false' }
  // Started by npm, we know its program; else the system finds it, which on Windows takes a shell.
  const known = process.env.npm_execpath
  const [command, first] = known?.endsWith('.js') ? [node, [known]] : ['npm', []]
  const shell = command === 'npm' && process.platform === 'win32'
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-outputCharsMax)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.code} ${error.message}` }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** What npm's failure means to a person. */
export function installWords(output, folder) {
  // npm says first what is wrong, and explains itself at length after that.
  const said = output.trim().split('\n').slice(0, 12).join('\n')
  if (/ENOENT spawn npm|spawn npm ENOENT/.test(output)) {
    return 'npm was not found. Install Node together with npm: https://nodejs.org.'
  }
  if (/ENOSPC|no space left/i.test(output)) {
    return `The disk is full: the packages need about 1 GB in ${folder}. Make room and start again.`
  }
  if (/EROFS|read-only file system/i.test(output)) {
    return `The disk that holds ${folder} is read-only: the packages cannot be installed there.`
  }
  if (/EACCES|EPERM|permission denied/i.test(output)) {
    return `npm may not write to ${folder}, or to its own cache. Give them to the user who starts Wederhoor.\n${said}`
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ENETUNREACH|network/i.test(output)) {
    return `The packages could not be fetched: the npm registry was not reached. Check the network (npm ping), or a proxy (npm config get proxy), and start again.\n${said}`
  }
  return `npm failed:\n${said}`
}
