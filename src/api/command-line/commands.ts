import type { Command } from './command-line.ts'
import { start } from './start.ts'

export const commands: Record<string, Command> = { start }
