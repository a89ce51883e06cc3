import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { AppError } from './errors.ts'

/**
 * Seals what must not be readable in a dump of the database: AES-256-GCM under a key that lives outside of it.
 * `purpose` derives a key of its own (listening and publishing never share one); `place` (workspace, account, field) is
 * part of the seal, so that a ciphertext moved to another row does not open.
 */
export type Secrets = {
  seal(plain: string, purpose: SecretPurpose, place: string): string
  open(sealed: string, purpose: SecretPurpose, place: string): string
  /** A key of its own for a library that wants one (sessions). */
  keyFor(purpose: SecretPurpose): Buffer
  /** HMAC-SHA-256, base64url: proves that a text (an address in a link) came from us. */
  sign(text: string, purpose: SecretPurpose): string
}
export type SecretPurpose = 'advise' | 'erase' | 'listen' | 'publish' | 'media' | 'notify' | 'session' | 'share'

const version = 'v1'

export function secretsWith(masterKey: Buffer): Secrets {
  // Derived once: a page of the inbox signs the address of every face on it.
  const keys = new Map<SecretPurpose, KeyObject>()
  const keyFor = (purpose: SecretPurpose): KeyObject => {
    const known = keys.get(purpose)
    if (known) return known
    const bytes = hkdfSync('sha256', masterKey, Buffer.alloc(0), `wederhoor ${purpose}`, 32)
    const key = createSecretKey(Buffer.from(bytes))
    keys.set(purpose, key)
    return key
  }
  return {
    keyFor: (purpose) => keyFor(purpose).export(),
    sign: (text, purpose) => createHmac('sha256', keyFor(purpose)).update(text).digest('base64url'),
    seal(plain, purpose, place) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return [
        version,
        nonce.toString('base64url'),
        Buffer.concat([body, cipher.getAuthTag()]).toString('base64url'),
      ].join('.')
    },
    open(sealed, purpose, place) {
      const [mark, nonce, body] = sealed.split('.')
      if (mark !== version || !nonce || !body) throw refused()
      const bytes = Buffer.from(body, 'base64url')
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), Buffer.from(nonce, 'base64url'))
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(-16))
        return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw refused(cause)
      }
    },
  }
}

function refused(cause?: unknown): AppError {
  return new AppError(
    'unavailable',
    'A stored secret does not open with the key of this installation. Was the data folder restored without its key file? Connect the account again.',
    { cause },
  )
}
