/**
 * A demo company lives in workspaces of its own, and their ids say so: version 8 where all others have version 7. Nobody
 * has to look it up to know it, nothing can be forgotten or stale, and a check in the database holds the row to it.
 */
const versionAt = 14
const demoVersion = '8'

export function isDemoWorkspace(workspaceId: string): boolean {
  return workspaceId[versionAt] === demoVersion
}

/** The id of a demo workspace, from a new one of the usual kind. */
export function demoWorkspaceId(newId: string): string {
  return newId.slice(0, versionAt) + demoVersion + newId.slice(versionAt + 1)
}

/** Nobody can own this host (RFC 2606): a picture below it is one of those that were drawn for the demo. */
const pictureHost = 'https://demo.invalid/'

export function demoPictureUrl(name: string): string {
  return `${pictureHost}${name}.svg`
}

/** Where our own server has a drawn picture; undefined for a picture of the world outside. */
export function demoPicturePath(url: string): string | undefined {
  return url.startsWith(pictureHost) ? `/demo/${url.slice(pictureHost.length)}` : undefined
}
