import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { type TestContext, test } from 'node:test'
import { OpenAPIHono } from '@hono/zod-openapi'
import { startServer } from './server.ts'

/** A port that another program holds. */
async function takenPort(t: TestContext): Promise<number> {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  t.after(() => other.close())
  const address = other.address()
  return typeof address === 'object' && address ? address.port : 0
}

test('a taken port gives way to the next free one', async (t) => {
  const taken = await takenPort(t)
  const { port, server } = await startServer(new OpenAPIHono(), { host: '127.0.0.1', port: taken, triesMax: 20 })
  t.after(() => server.close())
  assert.ok(port > taken && port <= taken + 19)
})

test('a port that was asked for and is taken is refused in words', async (t) => {
  const port = await takenPort(t)
  await assert.rejects(startServer(new OpenAPIHono(), { host: '127.0.0.1', port, triesMax: 1 }), {
    name: 'AppError',
    code: 'unavailable',
    message: `Port ${port} is taken by another program. Choose another, for example --port ${port + 1}, or give none: then a free one is found.`,
  })
})

test('an address that is not of this machine is refused in words', async () => {
  await assert.rejects(startServer(new OpenAPIHono(), { host: '203.0.113.7', port: 0, triesMax: 1 }), {
    name: 'AppError',
    code: 'bad_input',
    message: /^203\.0\.113\.7 \(WEDERHOOR_HOST, --host\) is no address of this machine\./u,
  })
})

test('a line that is not used outlives the patience of a proxy before it', async (t) => {
  const { port, server } = await startServer(new OpenAPIHono(), { host: '127.0.0.1', port: 0, triesMax: 1 })
  t.after(() => server.close())
  const answer = await fetch(`http://127.0.0.1:${port}/`)
  await answer.arrayBuffer()
  const [, seconds] = /timeout=(\d+)/u.exec(answer.headers.get('keep-alive') ?? '') ?? []
  assert.ok(Number(seconds) > 60, `${seconds} s, and proxies keep it 60`)
})
