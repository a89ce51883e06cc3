// Loaded before the program of a browser test (`node --import`): its internet is a few servers on this machine, and nothing leaves it.
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net, { type LookupFunction } from 'node:net'
import tls from 'node:tls'
import { isMainThread } from 'node:worker_threads'

const hosts = new Map(Object.entries(JSON.parse(process.env.TEST_INTERNET ?? '{}') as Record<string, number>))
const loopback = '127.0.0.1'

const realLookup = dns.lookup as unknown as LookupFunction
const lookup: LookupFunction = (hostname, options, done) => {
  if (hostname === 'localhost' || net.isIP(hostname) !== 0) return realLookup(hostname, options, done)
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname })
  process.nextTick(() => done(error, '', 4))
}
dns.lookup = lookup as unknown as typeof dns.lookup

/** A line that would be encrypted goes to the server that stands for its host, in the open: it does not leave the machine. */
const realConnect = tls.connect
tls.connect = ((options: tls.ConnectionOptions, ...rest: never[]) => {
  const port = hosts.get(String(options.host))
  if (port === undefined) return realConnect(options, ...rest)
  const socket = net.connect({ host: loopback, port })
  socket.once('connect', () => socket.emit('secureConnect'))
  return socket
}) as typeof tls.connect
syncBuiltinESMExports()

// Whoever started us holds our standard input: when it is gone, even by kill -9, we have no reason to stay. Threads have none of their own.
if (isMainThread) {
  process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM')).resume()
  process.stdin.unref()
}
