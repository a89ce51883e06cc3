/** The package brings no types of its own; this is the part of it we use. */
declare module 'snowball-stemmers' {
  const snowball: { newStemmer(algorithm: 'dutch' | 'english' | 'german' | 'french'): { stem(word: string): string } }
  export default snowball
}
