import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { to: string[]; raw: string; text: string; user: string | undefined }

/** A real server for mail on loopback, which takes one user with one password. */
export async function openMailReceiver(login: { username: string; password: string }) {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === login.username && password === login.password
        ? done(null, { user: username })
        : done(new Error('wrong password')),
    onData(stream, { envelope, user }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const to = envelope.rcptTo.map(({ address }) => address)
        received.push({ to, raw, text: unquoted(raw), user: typeof user === 'string' ? user : undefined })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return { received, port }
}

/** Quoted-printable, as letters are sent: soft line ends away, bytes put back. */
function unquoted(raw: string): string {
  const joined = raw.replace(/=\r?\n/gu, '')
  return joined.replace(/(?:=[0-9A-F]{2})+/gu, (bytes) =>
    Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
  )
}
