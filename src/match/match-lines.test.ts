import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { test } from 'node:test'
import { matchLines } from './match-lines.ts'

type Expected = { code?: number; output?: string[]; errors?: RegExp[] }

async function check(topics: string | string[], posts: string, expected: Expected): Promise<void> {
  const [output, errors] = [new Collected(), new Collected()]
  // One byte at a time is the hardest way to be given lines.
  const bytes = [...Buffer.from(posts)].map((byte) => Buffer.from([byte]))
  const code = await matchLines({ topics, input: Readable.from(bytes), output, errors })
  assert.equal(code, expected.code ?? 0, errors.text)
  assert.deepEqual(output.text.split('\n').slice(0, -1), expected.output ?? [])
  for (const pattern of expected.errors ?? []) assert.match(errors.text, pattern)
  if (!expected.errors) assert.equal(errors.text, '')
}

class Collected extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    setImmediate(done)
  }
}

const gull = '{"id":"gull","query":"zilvermeeuw OR gull"}'

test('each post gets a line, in order, with topics in the order of their file', async () => {
  await check(
    ['{"id":2,"query":"gull"}', '{"id":"één","query":"gull OR tern"}', '{"id":1,"query":"tern"}'],
    '{"id":7,"text":"Gull and tern"}\n{"id":"x","text":"a tern"}\n{"id":"y","text":"nothing"}\n',
    {
      output: ['{"id":7,"topics":[2,"één",1]}', '{"id":"x","topics":["één",1]}', '{"id":"y","topics":[]}'],
    },
  )
})

test('the last line needs no end, blank lines and a carriage return do not count', async () => {
  await check([gull], '\n{"id":1,"text":"gull"}\r\n\n{"id":2,"text":"zilvermeeuw 😡"}', {
    output: ['{"id":1,"topics":["gull"]}', '{"id":2,"topics":["gull"]}'],
  })
  await check([gull], '', {})
})

test('fields of a post are read, and an author may be a handle or an object', async () => {
  const topics = ['{"id":"a","query":"author:jan lang:nl"}', '{"id":"s","query":"site:nrc.nl source:feeds"}']
  await check(
    topics,
    '{"id":1,"text":"x","author":"@jan","lang":"nl"}\n{"id":2,"text":"x","author":{"handle":"jan","name":null},"lang":"nl-BE"}\n{"id":3,"text":"x","url":"https://www.nrc.nl/1","source":"feeds","lang":null}\n',
    { output: ['{"id":1,"topics":["a"]}', '{"id":2,"topics":["a"]}', '{"id":3,"topics":["s"]}'] },
  )
})

test('ids come back as they came, also numbers that JavaScript cannot hold', async () => {
  await check(['{"id":12345678901234567890,"query":"gull"}'], '{"text":"gull", "id": 9007199254740993}\n', {
    output: ['{"id":9007199254740993,"topics":[12345678901234567890]}'],
  })
})

test('a post that cannot be read is reported, has its line, and the others go on', async () => {
  await check(
    [gull],
    '{"id":1,"text":"gull"}\nnonsense\n{"id":2}\n{"text":"gull"}\n[1]\n{"id":3,"text":"gull","tags":"x"}\n{"id":4,"text":"gull"}\n',
    {
      code: 1,
      output: [
        '{"id":1,"topics":["gull"]}',
        `{"id":null,"topics":[],"error":${JSON.stringify(notJson())}}`,
        '{"id":null,"topics":[],"error":"A post needs a \\"text\\"."}',
        '{"id":null,"topics":[],"error":"A post needs an \\"id\\", a text or a number."}',
        '{"id":null,"topics":[],"error":"The line is not a JSON object."}',
        '{"id":null,"topics":[],"error":"\\"tags\\" must be a list of texts."}',
        '{"id":4,"topics":["gull"]}',
      ],
      errors: [/posts:2: /, /posts:3: /, /posts:6: /],
    },
  )
})

function notJson(): string {
  try {
    return String(JSON.parse('nonsense'))
  } catch (cause) {
    return `The line is not JSON: ${(cause as Error).message}`
  }
}

test('a bad query is shown with its line, its column and a mark under the place, and nothing is matched', async () => {
  await check(
    [gull, '', '{"id":2,"query":"東京 OR (gull"}', '{"id":3,"query":"gull lang:dutch"}'],
    '{"id":1,"text":"gull"}\n',
    {
      code: 2,
      errors: [
        /^topics:3: column 7: E_PAREN: .*\n {2}東京 OR \(gull\n {2} {8}\^\n {2}Try: 東京 OR \(gull\)$/m,
        /^topics:4: column 6: E_VALUE: .*\n {2}gull lang:dutch\n {2} {5}\^{10}\n {2}Try: gull lang:nl$/m,
      ],
    },
  )
})

test('a topic that is no topic, and a file that is not there, end with 2', async () => {
  await check(['{"id":1}'], '', { code: 2, errors: [/topics:1: A topic needs a "query"/] })
  await check(['{"query":"gull"}'], '', { code: 2, errors: [/topics:1: A topic needs an "id"/] })
  await check('/nowhere/topics.ndjson', '', { code: 2, errors: [/^\/nowhere\/topics\.ndjson: ENOENT/] })
})

test('in threads the same comes out as in one, in the same order, with the same lines reported', async () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => {
    if (i % 9_000 === 8_999) return 'nonsense'
    // A byte order mark is one at the beginning only.
    if (i === 0 || i % 11_000 === 10_999) return `\ufeff{"id":${i},"text":"gull"}`
    if (i % 7_000 === 6_999) return ''
    if (i === 40_001) return `{"id":${i},"text":"gull ${'x'.repeat(3_100_000)}"}`
    return `{"id":${i},"text":"${i % 3 === 0 ? 'een zilvermeeuw 🐦 op het dák' : 'niets van belang, 東京'} ${'woord '.repeat(i % 20)}"}`
  })
  const bytes = Buffer.from(`${lines.join('\n')}\n{"id":"last","text":"gull"}`)
  // Chunks of all sizes, cut in the middle of lines and of characters.
  const chunks: Buffer[] = []
  for (let [at, size] = [0, 1]; at < bytes.length; at += size, size = (size * 7 + 13) % 90_001)
    chunks.push(bytes.subarray(at, at + size))
  const run = async (threads: number) => {
    const [output, errors] = [new Collected(), new Collected()]
    const code = await matchLines({ topics: [gull], input: Readable.from(chunks), output, errors, threads })
    return { code, output: output.text, errors: errors.text }
  }
  const [alone, together] = [await run(1), await run(3)]
  assert.equal(alone.code, 1)
  assert.match(alone.errors, /^posts:9000: [\s\S]*posts:40002: The line is longer[\s\S]*posts:54000: /m)
  assert.ok(bytes.length > 8_000_000, 'long enough for threads')
  assert.equal(together.errors, alone.errors)
  assert.equal(together.output, alone.output)
  assert.equal(together.code, 1)
})

test('a warning is shown and does not stop', async () => {
  await check(['{"id":1,"query":"shell or bp"}'], '{"id":1,"text":"shell or bp"}\n', {
    output: ['{"id":1,"topics":[1]}'],
    errors: [/topics:1: column 7: W_LOWERCASE_OP/],
  })
})

test('topics are read from a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wederhoor-match-'))
  try {
    const path = join(folder, 'topics.ndjson')
    await writeFile(path, `\ufeff${gull}\n`)
    await check(path, '{"id":1,"text":"gull"}\n', { output: ['{"id":1,"topics":["gull"]}'] })
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the filter waits for a slow reader in place of filling the memory, and ends when nobody reads', async () => {
  let read = 0
  async function* endless(): AsyncGenerator<string> {
    for (; read < 1_000_000; read++) yield `{"id":${read},"text":"gull"}\n`
  }
  const closing = new Writable({
    highWaterMark: 1_000,
    write: (_chunk, _encoding, done) => {
      setImmediate(() => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })))
    },
  })
  const errors = new Collected()
  assert.equal(await matchLines({ topics: [gull], input: endless(), output: closing, errors }), 0)
  assert.ok(read < 1_000, `${read} posts were read for a reader who took none`)
  assert.equal(errors.text, '')
})

test('in threads too: what is matched and not written yet stays little', async () => {
  let [read, written] = [0, 0]
  const block = `{"id":1,"text":"gull ${'x'.repeat(1_000)}"}\n`.repeat(60)
  async function* many(): AsyncGenerator<Buffer> {
    for (; read < 300; read++) yield Buffer.from(block)
  }
  let most = 0
  const slow = new Writable({
    highWaterMark: 1_000,
    write: (chunk: Buffer, _encoding, done) => {
      written += chunk.toString().split('\n').length - 1
      most = Math.max(most, read - written / 60)
      setImmediate(done)
    },
  })
  const errors = new Collected()
  assert.equal(await matchLines({ topics: [gull], input: many(), output: slow, errors, threads: 2 }), 0)
  assert.equal(written, 300 * 60)
  assert.ok(most < 12, `${most} blocks were read and not written`)
  assert.equal(errors.text, '')
})
