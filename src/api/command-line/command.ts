/** One command of `wederhoor`. It answers with the exit code: 0 fine, 1 something went wrong, 2 asked wrongly. */
export type Command = { help: string; run: (args: readonly string[]) => Promise<number> }
