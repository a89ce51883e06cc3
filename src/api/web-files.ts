import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type WebFile = { body: Buffer; gzip?: Buffer; brotli?: Buffer; type: string; etag: string; isHashed: boolean }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt'])

/** The built screens, read and compressed once, served from memory. While they are still being built, it looks again. */
export type WebFiles = {
  answer(path: string, acceptEncoding: string): Promise<Response | undefined>
  isBuilt(): boolean
}

export function openWebFiles(folder: string): WebFiles {
  let files = readFolder(folder)
  let isBuilt = false
  return {
    isBuilt: () => isBuilt,
    async answer(path, acceptEncoding) {
      if (!isBuilt && (await files).size === 0) files = readFolder(folder)
      const read = await files
      const index = read.get('/index.html')
      isBuilt = index !== undefined
      const found = read.get(path)
      if (found) return answerWith(found, acceptEncoding)
      // Every other address without an ending is a screen; the router in the browser knows which.
      return index && !extname(path) ? answerWith(index, acceptEncoding) : undefined
    },
  }
}

async function readFolder(folder: string): Promise<Map<string, WebFile>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name))
  const read = files.map(
    async (path) => [`/${relative(folder, path).split(sep).join('/')}`, await readWebFile(path)] as const,
  )
  return new Map(await Promise.all(read))
}

async function readWebFile(path: string): Promise<WebFile> {
  const body = await readFile(path)
  const ending = extname(path)
  const file: WebFile = {
    body,
    type: types[ending] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    isHashed: /-[\w-]{8}\.\w+$/u.test(path),
  }
  if (!compressible.has(ending)) return file
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
  return { ...file, gzip: await promisify(gzip)(body), brotli: await promisify(brotliCompress)(body, quality) }
}

function answerWith(file: WebFile, acceptEncoding: string): Response {
  const headers = new Headers({
    'content-type': file.type,
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (file.brotli && /\bbr\b/u.test(acceptEncoding)) return compressed(file.brotli, 'br', headers)
  if (file.gzip && /\bgzip\b/u.test(acceptEncoding)) return compressed(file.gzip, 'gzip', headers)
  return new Response(new Uint8Array(file.body), { headers })
}

function compressed(body: Buffer, encoding: string, headers: Headers): Response {
  headers.set('content-encoding', encoding)
  return new Response(new Uint8Array(body), { headers })
}
