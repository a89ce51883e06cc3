import type { Answer } from '#api/contract/contract.ts'

/** Where second opinions are asked, on a good day. */
export const adviser: NonNullable<Answer<'GET /api/adviser'>['adviser']> = {
  isOn: true,
  address: 'https://models.zilvermeeuw.example/v1',
  model: 'mistral-small-3.2',
  hasKey: true,
  priceIn: 0.1,
  priceOut: 0.3,
  mostPerMonth: 10,
  spent: 1.37,
  asked: 412,
  answered: 405,
  problem: null,
  closedUntil: null,
}

export const stopped = {
  ...adviser,
  problem: {
    en: "The model's server does not accept the key (401). Give another one.",
    nl: 'De server van het model aanvaardt de sleutel niet (401). Geef een andere.',
  },
}
