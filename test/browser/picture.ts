/** One pixel: what every face and every picture of the networks here shows. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkaGj4DwACiAGAn0mWrwAAAABJRU5ErkJggg==',
  'base64',
)
