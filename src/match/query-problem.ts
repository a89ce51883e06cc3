import { fieldNames } from '#domain/query-fields.ts'
import type { Span } from '#domain/span.ts'

export type QueryProblem = {
  code: ErrorCode | WarningCode
  /** The stretch of the query that it is about: UTF-16 offsets, end exclusive. */
  at: Span
  /** The whole query as it could be, where we can tell. */
  suggestion?: string
  words: { en: string; nl: string }
}

export type ErrorCode =
  | 'E_PAREN'
  | 'E_QUOTE'
  | 'E_EMPTY_GROUP'
  | 'E_OPERATOR'
  | 'E_NO_ANCHOR'
  | 'E_PREFIX_SHORT'
  | 'E_WILDCARD_PLACE'
  | 'E_FIELD'
  | 'E_VALUE'
  | 'E_EMPTY_TERM'
  | 'E_LIMIT'
  | 'E_NEAR_OPERAND'
  | 'E_NEAR_RANGE'
  | 'E_SET'

export type WarningCode = 'W_LOWERCASE_OP' | 'W_MIXED_AND_OR' | 'W_NEVER' | 'W_BROAD'

const fieldList = fieldNames.map((name) => `${name}:`).join(' ')

type Words = { en: string; nl: string }

/** One line for every situation. `what` is the text at the place, or what the words need to name. */
export const problemWords = {
  openParen: () => ({ en: 'This bracket is never closed.', nl: 'Dit haakje wordt nergens gesloten.' }),
  closeParen: () => ({ en: 'This bracket closes nothing.', nl: 'Dit haakje sluit niets af.' }),
  openQuote: () => ({ en: 'This quotation mark is never closed.', nl: 'Dit aanhalingsteken wordt nergens gesloten.' }),
  emptyGroup: () => ({ en: 'There is nothing between these brackets.', nl: 'Tussen deze haakjes staat niets.' }),
  emptyQuery: () => ({ en: 'The query is empty. Type a word.', nl: 'De zoekvraag is leeg. Typ een woord.' }),
  emptyTerm: (what) => ({ en: `There is no word in ${what}.`, nl: `In ${what} staat geen woord.` }),
  linkTerm: (what) => ({
    en: `${what} is a link. Ask for its site.`,
    nl: `${what} is een link. Vraag naar de site.`,
  }),
  nothingBefore: (what) => ({ en: `Nothing stands before ${what}.`, nl: `Voor ${what} staat niets.` }),
  nothingAfter: (what) => ({ en: `Nothing stands after ${what}.`, nl: `Na ${what} staat niets.` }),
  looseMinus: () => ({
    en: 'This minus stands alone. Put it directly before what it excludes, or leave it out.',
    nl: 'Dit minteken staat los. Zet het direct voor wat het uitsluit, of laat het weg.',
  }),
  strangeOperator: (what) => ({
    en: `${what} is not an operator here. Write AND, OR or NOT.`,
    nl: `${what} is hier geen operator. Schrijf AND, OR of NOT.`,
  }),
  nearOperand: (what) => ({
    en: `Beside ${what} only words, phrases, tags and handles can stand, or a list of them with OR.`,
    nl: `Naast ${what} kunnen alleen woorden, woordgroepen, tags en gebruikersnamen staan, of een lijst daarvan met OR.`,
  }),
  nearChain: (what) => ({
    en: `${what} compares two sides. Write it apart for a third: (a NEAR b) (b NEAR c).`,
    nl: `${what} vergelijkt twee kanten. Schrijf het voor een derde apart: (a NEAR b) (b NEAR c).`,
  }),
  nearRange: (what) => ({
    en: `${what} is out of range: from 1 to 50 words can stand between.`,
    nl: `${what} kan niet: er kunnen 1 tot 50 woorden tussen staan.`,
  }),
  noAnchor: () => ({
    en: 'This part would take in almost every message: it asks for no word, tag, handle, author or site. Add one.',
    nl: 'Dit deel zou bijna elk bericht binnenhalen: het vraagt geen woord, tag, gebruikersnaam, schrijver of site. Voeg er een toe.',
  }),
  prefixShort: (what) => ({
    en: `${what} is too short: at least three letters must stand before the star.`,
    nl: `${what} is te kort: voor het sterretje moeten minstens drie letters staan.`,
  }),
  wildcardPlace: (what) => ({
    en: `In ${what} the star is in the wrong place: it can only stand at the end of one word. Write the forms out with OR.`,
    nl: `In ${what} staat het sterretje verkeerd: het kan alleen aan het eind van één woord. Schrijf de vormen uit met OR.`,
  }),
  unknownField: (what) => ({
    en: `There is no field ${what}. The fields are ${fieldList}. Put quotes around it to search for the text.`,
    nl: `Er is geen veld ${what}. De velden zijn ${fieldList}. Zet het tussen aanhalingstekens om op de tekst te zoeken.`,
  }),
  fieldWithoutValue: (what) => ({
    en: `A value must follow ${what} directly.`,
    nl: `Direct na ${what} moet een waarde staan.`,
  }),
  fieldGroup: (what) => ({
    en: `Between the brackets of ${what} only values with OR can stand.`,
    nl: `Tussen de haakjes van ${what} kunnen alleen waarden met OR staan.`,
  }),
  language: (what) => ({
    en: `${what} is not a language code. Write two letters, such as lang:nl or lang:en.`,
    nl: `${what} is geen taalcode. Schrijf twee letters, zoals lang:nl of lang:en.`,
  }),
  site: (what) => ({
    en: `${what} is not the name of a site. Write it like site:nrc.nl.`,
    nl: `${what} is geen naam van een site. Schrijf het zoals site:nrc.nl.`,
  }),
  url: (what) => ({
    en: `${what} is not an address. Write it like url:nos.nl/sport.`,
    nl: `${what} is geen adres. Schrijf het zoals url:nos.nl/sport.`,
  }),
  country: (what) => ({
    en: `${what} is not a country code. Write two letters, such as country:nl or country:be.`,
    nl: `${what} is geen landcode. Schrijf twee letters, zoals country:nl of country:be.`,
  }),
  closedValue: (what) => ({
    en: `That is not a value here. There are: ${what}.`,
    nl: `Dat is hier geen waarde. Er zijn: ${what}.`,
  }),
  number: (what) => ({
    en: `${what} is not a number. Write it like followers:>=1000, rating:1..2 or rating:5.`,
    nl: `${what} is geen getal. Schrijf het zoals followers:>=1000, rating:1..2 of rating:5.`,
  }),
  cash: (what) => ({
    en: `${what} is not a share: after $ only letters and digits can stand.`,
    nl: `${what} is geen aandeel: na $ kunnen alleen letters en cijfers staan.`,
  }),
  formsOfWord: (what) => ({
    en: `${what} is not one word: only of one word can we find the forms.`,
    nl: `${what} is niet één woord: alleen van één woord kunnen we de vormen vinden.`,
  }),
  tag: (what) => ({
    en: `${what} is not a tag: after # only letters, digits and _ can stand, with at least one letter.`,
    nl: `${what} is geen tag: na # kunnen alleen letters, cijfers en _ staan, met minstens één letter.`,
  }),
  handle: (what) => ({
    en: `${what} is not a handle: write it like @name, @name.bsky.social or @name@server.nl.`,
    nl: `${what} is geen gebruikersnaam: schrijf het zoals @naam, @naam.bsky.social of @naam@server.nl.`,
  }),
  value: (what) => ({
    en: `${what} has no value that can be found.`,
    nl: `${what} heeft geen waarde die te vinden is.`,
  }),
  unknownSet: (what) => ({
    en: `There is no set called “${what}”. Sets are named lists; they are made under Listening.`,
    nl: `Er is geen set die “${what}” heet. Sets zijn lijsten met een naam; je maakt ze onder Luisteren.`,
  }),
  nearSet: (what) => ({
    en: `Beside ${what} only what stands in the text can stand, and this set also has sites, addresses, titles or authors.`,
    nl: `Naast ${what} kan alleen staan wat in de tekst staat, en deze set heeft ook sites, adressen, titels of schrijvers.`,
  }),
  limit: (what) => ({ en: `The query is too large: ${what}.`, nl: `De zoekvraag is te groot: ${what}.` }),
  lowercase: (what) => ({
    en: `"${what}" is searched for as a word here. Did you mean the operator, in capitals?`,
    nl: `Naar "${what}" wordt hier als woord gezocht. Bedoelde je de operator, in hoofdletters?`,
  }),
  dutchOperator: (what) => ({
    en: `"${what}" is searched for as a word here. The operators are AND, OR and NOT.`,
    nl: `Naar "${what}" wordt hier als woord gezocht. De operatoren zijn AND, OR en NOT.`,
  }),
  broad: (what) => ({
    en: `About ${what} of every thousand messages would match. Add a word that narrows it down.`,
    nl: `Ongeveer ${what} van elke duizend berichten zou voldoen. Voeg een woord toe dat het inperkt.`,
  }),
  mixed: () => ({
    en: 'AND goes before OR. Brackets make plain what belongs together.',
    nl: 'AND gaat voor OR. Haakjes maken duidelijk wat bij elkaar hoort.',
  }),
  never: (what) => ({
    en: `No message can match: ${what} is asked for and excluded.`,
    nl: `Geen bericht kan voldoen: ${what} wordt gevraagd en uitgesloten.`,
  }),
} satisfies Record<string, (what: string) => Words>

export type ProblemWords = keyof typeof problemWords
