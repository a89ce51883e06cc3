import { AppError, messageOf } from '#base/errors.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'

export async function commandLine(args: readonly string[]): Promise<number> {
  const [name = '--help', ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview())
    return 0
  }
  const command = await commands[name]?.load()
  if (!command) {
    process.stderr.write(`There is no command “${name}”.\n\n${overview()}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help)
    return 0
  }
  return runGuarded(command, rest)
}

async function runGuarded(command: Command, args: readonly string[]): Promise<number> {
  try {
    return await command.run(args)
  } catch (error) {
    // A wrong option is ours to explain too: parseArgs throws its own kind of error.
    const isAskedWrongly = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ?? false
    if (!(error instanceof AppError) && !isAskedWrongly) throw error
    process.stderr.write(`${messageOf(error)}\n`)
    return isAskedWrongly || (error instanceof AppError && error.code === 'bad_input') ? 2 : 1
  }
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(9)} ${says}`)
  return `wederhoor <command> [options]

Hears what is said about your organisation and helps the right person answer well.

${lines.join('\n')}

wederhoor <command> --help tells the options, with examples.
`
}
