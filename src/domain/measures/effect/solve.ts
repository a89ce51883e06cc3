/** A small square matrix, row by row. */
export type Matrix = Float64Array
/** What leans on nothing is held at zero in place of a division by it. */
const ridge = 1e-8

/** The inverse of a matrix that is symmetric and not negative (Cholesky). */
export function inverse(given: Matrix, size: number): Matrix {
  const lower = cholesky(given, size)
  const result = new Float64Array(size * size)
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size)
    unit[column] = 1
    result.set(solveBy(lower, unit), column * size)
  }
  return result
}

export function solve(given: Matrix, right: Float64Array): Float64Array {
  return solveBy(cholesky(given, right.length), right)
}

export function times(given: Matrix, vector: ArrayLike<number>): Float64Array {
  const size = vector.length
  const result = new Float64Array(size)
  for (let i = 0; i < size; i += 1) {
    let sum = 0
    for (let j = 0; j < size; j += 1) sum += (given[i * size + j] ?? 0) * (vector[j] ?? 0)
    result[i] = sum
  }
  return result
}

/** Adds a vector times itself, weighed. */
export function addOuter(into: Matrix, vector: ArrayLike<number>, weight: number): void {
  const size = vector.length
  for (let i = 0; i < size; i += 1) {
    const scaled = (vector[i] ?? 0) * weight
    if (scaled !== 0)
      for (let j = 0; j < size; j += 1) into[i * size + j] = (into[i * size + j] ?? 0) + scaled * (vector[j] ?? 0)
  }
}

export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < one.length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}

function cholesky(given: Matrix, size: number): Matrix {
  const lower = new Float64Array(size * size)
  const at = (row: number, column: number) => lower[row * size + column] ?? 0
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = given[i * size + j] ?? 0
      if (i === j) sum += ridge * (1 + sum)
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k)
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, ridge)) : sum / at(j, j)
    }
  return lower
}

function solveBy(lower: Matrix, right: Float64Array): Float64Array {
  const size = right.length
  const at = (row: number, column: number) => lower[row * size + column] ?? 0
  const result = Float64Array.from(right)
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) result[i] = (result[i] ?? 0) - at(i, k) * (result[k] ?? 0)
    result[i] = (result[i] ?? 0) / at(i, i)
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) result[i] = (result[i] ?? 0) - at(k, i) * (result[k] ?? 0)
    result[i] = (result[i] ?? 0) / at(i, i)
  }
  return result
}
