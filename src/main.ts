import { commandLine } from '#api/command-line/command-line.ts'

process.exitCode = await commandLine(process.argv.slice(2))
