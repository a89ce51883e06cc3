/** Where people are among each other: a network, and the place in it that its connector names (a forum, a site, a server). */
export type Community = { network: string; place: string; name: string }

/** What holds in one community. What the house says nothing of, the connector may; where both are silent there is no rule. */
export type CommunityRules = {
  links: 'free' | 'none'
  /** `promotion`: who speaks says so where it promotes; `always`: in every answer. */
  disclosure: 'promotion' | 'always'
  /** Whether somebody who did not ask may be answered. */
  unasked: 'free' | 'none'
  /** Of all our answers there, in a day; null is without bound. */
  perDay: number | null
  /** A bound of its own for the share of promotion; null is that of the workspace. `0` is none at all. */
  oneIn: number | null
  /** What one link costs there, in cents of `currency`; null where it costs nothing. */
  linkCents: number | null
  currency: string
  /** In the words of the community. */
  note: string
}

export const plainRules: CommunityRules = {
  links: 'free',
  disclosure: 'promotion',
  unasked: 'free',
  perDay: null,
  oneIn: null,
  linkCents: null,
  currency: 'USD',
  note: '',
}

/** What a connector knows of promotion on its network, with where that is written. */
export type NetworkRules = Partial<Omit<CommunityRules, 'note'>> & {
  says: { en: string; nl: string }
  source: string
}

/** The rules of the network, and over them those that people here wrote. */
export function rulesOf(network: NetworkRules | undefined, own: CommunityRules | undefined): CommunityRules {
  if (own) return own
  if (!network) return plainRules
  const { says: _says, source: _source, ...rules } = network
  return { ...plainRules, ...rules }
}

export function isSameCommunity(one: Omit<Community, 'name'>, other: Omit<Community, 'name'>): boolean {
  return one.network === other.network && one.place === other.place
}
