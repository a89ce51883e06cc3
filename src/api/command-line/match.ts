import { access, constants } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { AppError } from '#base/errors.ts'
import { matchLines } from '#match/match-lines.ts'
import type { Command } from './command.ts'

const help = `wederhoor match --topics <file> < posts.ndjson

Which topics does each post match? One line a post in, one line a post out, in the same order.

  --topics <file>    topics, one a line: {"id":…,"query":"…"}
  --threads <n>      how many processors may match (all, and eight at most, when not given); the output is the same
  standard input     posts, one a line: {"id":…,"text":"…","lang"?,"source"?,"author"?,"url"?}
  standard output    {"id":…,"topics":[ids]}

A query that does not read well is reported with its place on standard error; the exit code is then 2.

Examples
  wederhoor match --topics topics.ndjson < posts.ndjson
  echo '{"id":1,"text":"Koffer kwijt bij Zilvermeeuw"}' | wederhoor match --topics topics.ndjson
`

export const match: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { topics: { type: 'string' }, threads: { type: 'string' } },
    })
    if (!values.topics) throw new AppError('bad_input', `Say where the topics are: --topics topics.ndjson\n\n${help}`)
    await access(values.topics, constants.R_OK).catch((cause: unknown) => {
      throw new AppError('bad_input', `The file ${values.topics} cannot be read. Is its name right?`, { cause })
    })
    const { stdin: input, stdout: output, stderr: errors } = process
    return matchLines({ topics: values.topics, input, output, errors, threads: threadsOf(values.threads) })
  },
}

/** Each has all topics in memory; beyond this many, one thread cannot read and write fast enough for them. */
const threadsUnlessSaid = 8

function threadsOf(text: string | undefined): number {
  if (text === undefined) return Math.min(availableParallelism(), threadsUnlessSaid)
  const threads = Number(text)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads
  throw new AppError('bad_input', `--threads takes a whole number from 1 to 256, not “${text}”. Example: --threads 4`)
}
