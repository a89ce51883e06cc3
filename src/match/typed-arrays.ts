/** The array itself when it has room for `size` numbers, else a copy of at least twice its length. */
export function grownTo(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  if (size <= array.length) return array
  const grown = new Int32Array(Math.max(size, 2 * array.length))
  grown.set(array)
  return grown
}

export function grownBytesTo(array: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  if (size <= array.length) return array
  const grown = new Uint8Array(Math.max(size, 2 * array.length))
  grown.set(array)
  return grown
}

export function grownUnitsTo(array: Uint16Array<ArrayBuffer>, size: number): Uint16Array<ArrayBuffer> {
  if (size <= array.length) return array
  const grown = new Uint16Array(Math.max(size, 2 * array.length))
  grown.set(array)
  return grown
}

/** A stretch of units as a string. Keys are short: adding them one by one is the fastest way. */
export function textOfUnits(units: Uint16Array, start: number, end: number): string {
  return String.fromCharCode(...units.subarray(start, end))
}

type TypedArray = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

/**
 * A copy in memory that other threads read as well. Nobody writes in it any more: what grows is copied out of it first. To the
 * code that reads it is an array like any other.
 */
export function sharedCopy<A extends TypedArray>(array: A): A {
  const Kind = array.constructor as new (memory: SharedArrayBuffer) => A
  const copy = new Kind(new SharedArrayBuffer(array.byteLength))
  copy.set(array)
  return copy
}

export function bytesOf(arrays: readonly ArrayBufferView[]): number {
  return arrays.reduce((sum, array) => sum + array.byteLength, 0)
}
