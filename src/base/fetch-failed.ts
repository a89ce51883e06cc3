/** Why a request did not give a whole answer. A status such as 404 or 500 is an answer, not one of these. */
export type FetchFailedWhy =
  | 'bad-url' // not http(s)/ws(s), credentials inside, cannot be read
  | 'inside-address' // it leads into a private network, at once or after a redirect
  | 'not-found' // the name does not exist
  | 'no-connection' // refused, reset, unreachable, broken off
  | 'bad-certificate'
  | 'bad-answer' // not HTTP, or damaged on the way
  | 'bad-redirect' // nowhere, with credentials, or it would carry what we send to somebody else
  | 'too-many-redirects'
  | 'too-slow' // headers, idle or total time
  | 'too-large' // counted after decompression
  | 'aborted' // by ourselves

/** The one error the guarded fetch rejects with. `message` is English; `words` says it in both languages of the house. */
export class FetchFailed extends Error {
  override name = 'FetchFailed'
  readonly why: FetchFailedWhy
  readonly words: { en: string; nl: string }

  constructor(why: FetchFailedWhy, host: string, options?: { cause?: unknown }) {
    const words = wordsOf(why, host)
    super(words.en, options)
    this.why = why
    this.words = words
  }
}

/** True where the same request may work later without anybody changing anything. */
export function mayWorkLater(why: FetchFailedWhy): boolean {
  switch (why) {
    case 'not-found': // Name servers fail too, and the two cannot be told apart.
    case 'no-connection':
    case 'bad-certificate':
    case 'bad-answer':
    case 'too-slow':
    case 'aborted':
      return true
    case 'bad-url':
    case 'inside-address':
    case 'bad-redirect':
    case 'too-many-redirects':
    case 'too-large':
      return false
  }
}

function wordsOf(why: FetchFailedWhy, host: string): { en: string; nl: string } {
  switch (why) {
    case 'bad-url':
      return {
        en: 'This address cannot be used. It must begin with https:// or http:// and hold no user name or password.',
        nl: 'Dit adres kan niet worden gebruikt. Het moet beginnen met https:// of http:// en mag geen gebruikersnaam of wachtwoord bevatten.',
      }
    case 'inside-address':
      return {
        en: `${host} leads into a private network, which is not allowed. An administrator can allow this host in the settings.`,
        nl: `${host} leidt naar een besloten netwerk en dat mag niet. Een beheerder kan deze host toestaan in de instellingen.`,
      }
    case 'not-found':
      return {
        en: `${host} was not found. Is the address spelt right, and is the internet connection up?`,
        nl: `${host} is niet gevonden. Klopt het adres, en werkt de internetverbinding?`,
      }
    case 'no-connection':
      return { en: `${host} cannot be reached.`, nl: `${host} is niet bereikbaar.` }
    case 'bad-certificate':
      return { en: `The certificate of ${host} is not valid.`, nl: `Het certificaat van ${host} is niet geldig.` }
    case 'bad-answer':
      return { en: `${host} gave an answer that cannot be read.`, nl: `${host} gaf een antwoord dat niet te lezen is.` }
    case 'bad-redirect':
      return {
        en: `${host} sends us on to an address that cannot be used.`,
        nl: `${host} stuurt door naar een adres dat niet bruikbaar is.`,
      }
    case 'too-many-redirects':
      return { en: `${host} keeps sending us on.`, nl: `${host} blijft ons doorsturen.` }
    case 'too-slow':
      return { en: `${host} took too long to answer.`, nl: `${host} deed te lang over een antwoord.` }
    case 'too-large':
      return { en: `The answer of ${host} is too large.`, nl: `Het antwoord van ${host} is te groot.` }
    case 'aborted':
      return { en: `The request to ${host} was stopped.`, nl: `Het verzoek aan ${host} is gestopt.` }
  }
}
