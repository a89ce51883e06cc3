import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type StreamAsked = {
  path: string
  headers: Readonly<Record<string, unknown>>
  body: Record<string, unknown> & { messages: { role: string; content: string }[] }
}
/** What the server does with a question: it may write, wait, and hang up as it likes. */
export type Mood = (response: ServerResponse, asked: StreamAsked) => void | Promise<void>

/** A server on loopback that speaks the chat completions of OpenAI as a stream, and is in whatever mood a test wants. */
export async function openFakeStreamModel() {
  const asked: StreamAsked[] = []
  const server: { mood: Mood; models: Mood } = { mood: says('Dag.'), models: json(200, { data: [{ id: 'small' }] }) }
  const http = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{"messages":[]}')
      const one = { path: request.url ?? '', headers: request.headers, body }
      asked.push(one)
      const mood =
        request.url === '/v1/models'
          ? server.models
          : request.url === '/v1/chat/completions'
            ? server.mood
            : json(404, {})
      void mood(response, one)
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
  }
  return Object.assign(server, { address: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`, asked, close })
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Mood {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

export function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
}

export function piece(content: string, more: object = {}): string {
  const choices = [{ index: 0, delta: { content }, finish_reason: null }]
  return `data: ${JSON.stringify({ model: 'small-2026', choices, ...more })}\n\n`
}

export function theEnd(usage: object | null = { prompt_tokens: 300, completion_tokens: 20 }, reason = 'stop'): string {
  const last = { model: 'small-2026', choices: [{ index: 0, delta: {}, finish_reason: reason }] }
  const counted = usage ? `data: ${JSON.stringify({ model: 'small-2026', choices: [], usage })}\n\n` : ''
  return `data: ${JSON.stringify(last)}\n\n${counted}data: [DONE]\n\n`
}

/** All is well: these words, cut into small pieces. */
export function says(text: string, usage?: object | null): Mood {
  return (response) => {
    begin(response)
    for (const part of text.match(/[\s\S]{1,5}/gu) ?? []) response.write(piece(part))
    response.end(theEnd(usage))
  }
}
