import { createServer } from 'node:net'
import { join } from 'node:path'
import { present } from '#base/assert.ts'
import { embeddedUser } from './create-cluster.ts'

/** Where a server listens: a socket in the cluster's own folder, or a port that only this machine reaches. */
export type ServerAddress = { kind: 'socket'; folder: string } | { kind: 'port'; port: number }

/** A socket needs no port, so that nothing can be in its way; its path has a limit set by the system (sun_path). */
const socketPathBytesMax = process.platform === 'darwin' ? 103 : 107
export const socketPort = 5432

export async function chooseAddress(folder: string): Promise<ServerAddress> {
  const path = join(folder, `.s.PGSQL.${socketPort}`)
  if (process.platform === 'win32' || Buffer.byteLength(path) > socketPathBytesMax) return await freePort()
  return { kind: 'socket', folder }
}

export async function freePort(): Promise<ServerAddress> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return {
    kind: 'port',
    port: present(typeof address === 'object' ? address?.port : undefined, 'a listening server has a port'),
  }
}

/** The options of postgres that make it listen there and nowhere else. */
export function listenOptions(address: ServerAddress): string[] {
  if (address.kind === 'port') {
    return ['-p', String(address.port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  }
  // A list separated by commas: quoted, a folder's name may hold commas and spaces.
  const quoted = `"${address.folder.replaceAll('"', '""')}"`
  return ['-p', String(socketPort), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${quoted}`]
}

export type Login = { address: ServerAddress; password: string; database: string }

export function urlOf({ address, password, database }: Login): string {
  const place = address.kind === 'port' ? `127.0.0.1:${address.port}` : 'localhost'
  const host = address.kind === 'port' ? '' : `?host=${encodeURIComponent(address.folder)}`
  return `postgresql://${embeddedUser}:${encodeURIComponent(password)}@${place}/${encodeURIComponent(database)}${host}`
}
