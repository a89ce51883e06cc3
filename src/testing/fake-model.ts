import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ModelRequest = {
  authorization: string | undefined
  body: { model: string; messages: { content: string }[] }
}
type ModelAnswer = { status?: number; headers?: Record<string, string>; body: unknown }

/** A server on loopback that speaks the chat completions of OpenAI. `answers` are given one after the other, the last one for ever. */
export async function openFakeModel(): Promise<{
  address: string
  requests: ModelRequest[]
  answers: ModelAnswer[]
  close(): Promise<void>
}> {
  const requests: ModelRequest[] = []
  const answers: ModelAnswer[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body: ModelRequest['body'] = JSON.parse(Buffer.concat(chunks).toString() || '{}')
      requests.push({ authorization: request.headers.authorization, body })
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 404, body: 'not here' }
      const status = request.url === '/v1/chat/completions' ? (answer.status ?? 200) : 404
      response.writeHead(status, { 'content-type': 'application/json', ...answer.headers })
      response.end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    answers,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What such a server says when it has an answer. */
export function completionOf(
  content: string,
  usage?: { prompt_tokens: number; completion_tokens: number },
): ModelAnswer {
  return { body: { model: 'small-2026', choices: [{ message: { role: 'assistant', content } }], usage } }
}
