import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Afterwards, lastFirst } from './last-first.ts'

export type Doorway = {
  url: string
  /** From now on the worker of the pages is another one, as after a new version was installed. */
  bringNewVersion: () => void
}

/** Something that stands before the house, as a proxy does, and can pretend that its pages are of a newer build. */
export async function openDoorway(t: Afterwards, houseUrl: string): Promise<Doorway> {
  let version = 0
  const { hostname, port } = new URL(houseUrl)
  const server = createServer((asked, answer) => {
    const { method, url = '/', headers } = asked
    const isWorker = url === '/sw.js' && version > 0
    const asHeaders = isWorker ? { ...headers, 'accept-encoding': 'identity' } : headers
    const passed = request({ hostname, port, method, path: url, headers: asHeaders }, (given) => {
      const { 'content-length': _length, etag: _etag, ...kept } = given.headers
      answer.writeHead(given.statusCode ?? 502, isWorker ? kept : given.headers)
      given.pipe(answer, { end: !isWorker })
      if (isWorker) given.on('end', () => answer.end(`\n// ${version}\n`))
    })
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  lastFirst(t, async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  // A server on a port of the machine has an address with a port.
  const address = server.address() as AddressInfo
  return {
    url: `http://localhost:${address.port}`,
    bringNewVersion: () => {
      version += 1
    },
  }
}
