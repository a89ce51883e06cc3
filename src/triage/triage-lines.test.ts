import assert from 'node:assert/strict'
import { PassThrough, Readable, Writable } from 'node:stream'
import { test } from 'node:test'
import { z } from 'zod'
import { lineMax, triageLines } from './triage-lines.ts'

type Outcome = { code: number; lines: Record<string, unknown>[]; errors: string }

async function run(text: string, brands: string[] = []): Promise<Outcome> {
  const output = new PassThrough()
  const error = new PassThrough()
  const chunks: Buffer[] = []
  output.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await triageLines({ input: Readable.from([text]), output, error, brands })
  const lines = Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean)
  return {
    code,
    lines: lines.map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line))),
    errors: String(error.read() ?? ''),
  }
}

test('one line a post comes out, in order, with the id as it was given', async () => {
  const { code, lines, errors } = await run(
    '{"id":"a","text":"Geen reactie"}\n{"id":7,"text":"Top, dank!"}\r\n{"text":"?"}\n',
  )
  assert.deepEqual([code, errors, lines.map((line) => line.id)], [0, '', ['a', 7, null]])
  assert.deepEqual(Object.keys(lines[0] ?? {}).slice(0, 4), ['id', 'lang', 'isAssessed', 'sentiment'])
})

test('a bad line is reported with its number, answered in its place, and the exit code is 1', async () => {
  const { code, lines, errors } = await run('{"id":1,"text":"Hoi"}\n\nnope\n{"id":3}\n{"id":4,"text":"Hoi"}\n')
  assert.equal(code, 1)
  assert.deepEqual(
    lines.map((line) => [line.id, typeof line.error]),
    [
      [1, 'undefined'],
      [null, 'string'],
      [null, 'string'],
      [4, 'undefined'],
    ],
  )
  assert.match(errors, /^line 3: not JSON.*\nline 4: .*text/u)
})

test('the last line needs no line end, a byte order mark is no mistake, no input is no output', async () => {
  assert.deepEqual(
    (await run('\uFEFF{"id":1,"text":"Hoi"}')).lines.map((line) => line.id),
    [1],
  )
  assert.deepEqual((await run('')).lines, [])
})

test('a line beyond the limit is refused, not read', async () => {
  const { code, lines } = await run(`{"id":1,"text":"${'a'.repeat(lineMax)}"}\n`)
  assert.deepEqual([code, lines.length], [1, 1])
})

test('the brands of the command line are neutral', async () => {
  const said = async (name: string) =>
    (await run(`{"id":1,"text":"${name} heeft nieuwe openingstijden"}\n`, [name])).lines[0]?.sentiment
  assert.deepEqual(await said('Prima'), await said('Kwelm'))
})

test('a slow reader slows the filter: what waits in the output stays small', async () => {
  let waitingMax = 0
  const output = new Writable({
    highWaterMark: 1_000,
    write(_chunk, _encoding, done) {
      waitingMax = Math.max(waitingMax, output.writableLength)
      setImmediate(done)
    },
  })
  const input = Readable.from(
    Array.from({ length: 200 }, (_, id) => `{"id":${id},"text":"Geen reactie op mijn mail"}\n`),
  )
  assert.equal(await triageLines({ input, output, error: new PassThrough(), brands: [] }), 0)
  assert.ok(waitingMax < 20_000, `${waitingMax} characters waited`)
})

test('a reader that goes away ends the filter', async () => {
  const output = new PassThrough({ highWaterMark: 10 })
  const endless = Readable.from(
    (function* () {
      for (let id = 0; ; id += 1) yield `{"id":${id},"text":"Geen reactie"}\n`
    })(),
  )
  const ended = triageLines({ input: endless, output, error: new PassThrough(), brands: [] })
  output.destroy()
  assert.equal(await ended, 0)
})
