import type { Lang } from './words.ts'

/** A crisis as people of each language tell it. */
export const told = {
  en: {
    ...{ title: 'Baggage belts', happening: 'The belts stand still; suitcases stay behind.', word: 'small hiccup' },
    ...{ line: 'The belts stand still. Go to your gate; your suitcase follows.', slow: 'We look into it.' },
    ...{ heard: 'Zilvermeeuw left my suitcase behind and nobody answers.', update: 'Two of six belts run again.' },
    ...{ review: ['People without suitcases.', 'Flew them after.', 'Say it sooner.'], why: 'Wrong flight numbers' },
  },
  nl: {
    ...{ title: 'Bagagebanden', happening: 'De banden staan stil; koffers blijven achter.', word: 'klein ongemak' },
    ...{ line: 'De banden staan stil. Ga naar je gate; je koffer komt na.', slow: 'We zoeken het uit.' },
    ...{
      heard: 'Zilvermeeuw liet mijn koffer staan en niemand antwoordt.',
      update: 'Twee van de zes banden draaien weer.',
    },
    ...{ review: ['Mensen zonder koffer.', 'Nagestuurd.', 'Eerder zeggen.'], why: 'Verkeerde vluchtnummers' },
  },
} as const
export const names = {
  en: { lot: 'Lot Smit', ot: 'Ot Mol', uma: 'Uma Rao', customer: 'Mira Dale' },
  nl: { lot: 'Lies Bos', ot: 'Otto Vink', uma: 'Umar Ali', customer: 'Joris Kok' },
} as const

/** What the server says to the second of two; the screens only pass it on. */
export function words(lang: Lang) {
  return {
    en: {
      lateLine: 'A colleague wrote another version of the line meanwhile. Look at it first.',
      settled: 'This version of the line does not wait for approval any more. Look at the newest.',
    },
    nl: {
      lateLine: 'Een collega schreef intussen een andere versie van de lijn. Bekijk die eerst.',
      settled: 'Deze versie van de lijn wacht niet meer op akkoord. Bekijk de nieuwste.',
    },
  }[lang]
}
