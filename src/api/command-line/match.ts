import { access, constants } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { AppError } from '#base/errors.ts'
import { matchLines } from '#match/match-lines.ts'
import type { Command } from './command.ts'

const help = `wederhoor match --topics <file> < posts.ndjson

Which topics does each post match? One line a post in, one line a post out, in the same order.

  --topics <file>    topics, one a line: {"id":…,"query":"…"}
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
    const { values } = parseArgs({ args: [...args], options: { topics: { type: 'string' } } })
    if (!values.topics) throw new AppError('bad_input', `Say where the topics are: --topics topics.ndjson\n\n${help}`)
    await access(values.topics, constants.R_OK).catch((cause: unknown) => {
      throw new AppError('bad_input', `The file ${values.topics} cannot be read. Is its name right?`, { cause })
    })
    return matchLines({ topics: values.topics, input: process.stdin, output: process.stdout, errors: process.stderr })
  },
}
