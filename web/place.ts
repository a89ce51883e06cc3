/**
 * In which workspace this window stands. Every address of a page below one begins with `/w/<its name in addresses>`; the routes know
 * nothing of that. A window stays in its workspace for as long as its page lives: the way to another is a page loaded anew.
 */
const inPath = /^\/w\/(?<slug>[^/]+)(?=\/|$)/u
/** What belongs to no workspace. */
const outside = /^\/(?:sign-in|invitation|demo|dev|shared)(?:\/|$)/u

let slug = slugIn(globalThis.location?.pathname ?? '/')

/** Undefined before it is known, and for who is nowhere yet. */
export function placeNow(): string | undefined {
  return slug
}

export function enterPlace(next: string): void {
  slug = next
}

/** What every address of a page here begins with. */
export function homePath(of = slug): string {
  return of === undefined ? '' : `/w/${encodeURIComponent(of)}`
}

export function slugIn(path: string): string | undefined {
  const found = inPath.exec(path)?.groups?.slug
  try {
    return found === undefined ? undefined : decodeURIComponent(found).toLowerCase()
  } catch {
    return found
  }
}

/** A line and a picture carry no header: they say it in their address. */
export function inPlace(path: string): string {
  if (slug === undefined || !path.startsWith('/api/')) return path
  return `${path}${path.includes('?') ? '&' : '?'}workspace=${encodeURIComponent(slug)}`
}

/** Each question says in which workspace it is asked: by its name in addresses, or by its id. */
export function placeHeader(workspace = slug): Record<string, string> {
  return workspace === undefined ? {} : { 'wederhoor-workspace': encodeURIComponent(workspace) }
}

/** Between the address as everybody sees it and the one that the routes know. */
export const placeRewrite = {
  input: ({ url }: { url: URL }): URL => {
    const named = slugIn(url.pathname)
    if (named === undefined) return url
    slug ??= named
    url.pathname = url.pathname.replace(inPath, '') || '/'
    return url
  },
  output: ({ url }: { url: URL }): URL => {
    if (!outside.test(url.pathname)) url.pathname = `${homePath()}${url.pathname}`
    return url
  },
}
