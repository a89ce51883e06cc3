import { parseArgs } from 'node:util'
import { triageLines } from '#triage/triage-lines.ts'
import type { Command } from './command.ts'

const help = `wederhoor triage [--brand <name>]… < posts.ndjson

What does each post say of us, and why? One line a post in, one line a post out, in the same order.

  --brand <name>     what people call you; neutral words, and sentiment is judged towards them (may be repeated)
  standard input     posts, one a line: {"id":…,"text":"…","title"?,"lang"?,"rating"?}
  standard output    {"id":…,"lang":…,"sentiment":{…},"intent":{…},"urgency":0..3,"anger":…,"sarcasm":…,"spam":…,"reasons":[…]}

Examples
  wederhoor triage --brand Zilvermeeuw < posts.ndjson
  echo '{"id":1,"text":"Al 2 uur wachten, niemand helpt"}' | wederhoor triage
`

export const triage: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { brand: { type: 'string', multiple: true } } })
    return triageLines({
      input: process.stdin,
      output: process.stdout,
      error: process.stderr,
      brands: values.brand ?? [],
    })
  },
}
