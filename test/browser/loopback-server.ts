import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TapedAnswer, TapedRequest } from '#testing/tape.ts'
import { type Afterwards, lastFirst } from './last-first.ts'

/** A server on this machine that answers by a function, as a tape does; the address it is asked for keeps the host it stands for. */
export async function openLoopbackServer(
  t: Afterwards,
  answer: (request: TapedRequest) => Promise<TapedAnswer | undefined> | TapedAnswer | undefined,
): Promise<number> {
  const server = createServer((incoming, response) => {
    read(incoming)
      .then(answer)
      .then((given) => send(response, given))
      .catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  lastFirst(t, async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

async function read(incoming: IncomingMessage): Promise<TapedRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', `https://${incoming.headers.host}`).href,
    headers: new Headers(incoming.headers as Record<string, string>),
    body: Buffer.concat(chunks).toString(),
  }
}

function send(response: ServerResponse, given: TapedAnswer | undefined): void {
  if (given === undefined || given === 'hangs' || 'fails' in given) return void response.writeHead(404).end()
  const { status = 200, headers, body = {} } = given
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  response.writeHead(status, isRaw ? headers : { 'content-type': 'application/json', ...headers })
  response.end(isRaw ? body : JSON.stringify(body))
}
