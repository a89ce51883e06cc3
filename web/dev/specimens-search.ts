import { type Answers, says, vanishes, waits } from './canned-server.ts'
import { press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { houseOf, unavailable } from './story/house.ts'
import type { Look } from './story/people.ts'
import {
  checkedQuery,
  finerQuery,
  nothingKept,
  sampledSources,
  searchesWith,
  strictCheck,
  strictQuery,
  wrongCheck,
} from './story/search.ts'

const path = '/listen/flying'
const box = 'textarea'
const findings = '#findings'

function answers(
  check: NonNullable<Answers['POST /api/topics/check']> = says(checkedQuery),
  query = finerQuery,
): () => Answers {
  return () => ({ 'GET /api/topics': says(searchesWith(query)), 'POST /api/topics/check': check })
}

/** The search that is written as a query: its colours, what it offers, and why a message comes in. */
export const searchSpecimens: readonly Specimen[] = [
  { name: 'search', path, answers: answers(), shows: `${findings} ~ div mark` },
  {
    name: 'search-reason',
    path,
    answers: answers(),
    act: () => press('li [aria-expanded=false]'),
    shows: '[data-marked]',
  },
  {
    name: 'search-reason-needed',
    path,
    answers: answers(says(strictCheck), strictQuery),
    act: () => press('li [aria-expanded=false]'),
    shows: '[data-marked]',
  },
  {
    name: 'search-offers',
    path,
    answers: answers(),
    act: () => write(box, 'zilvermeeuw lang:'),
    shows: '[role=listbox]',
  },
  {
    name: 'search-wrong',
    path,
    answers: answers(says(wrongCheck)),
    act: () => write(box, 'zilvermeeuw AND (vertraging OR koffer'),
    shows: 'textarea[aria-invalid]',
  },
  {
    name: 'search-networks',
    path,
    answers: () => ({ ...answers()(), 'POST /api/topics/sample': says(sampledSources) }),
    act: () => press('#findings ~ div section:nth-of-type(2) button'),
    shows: '#findings ~ div section:nth-of-type(2) li',
  },
  {
    name: 'search-networks-failed',
    path,
    answers: () => ({ ...answers()(), 'POST /api/topics/sample': unavailable }),
    act: () => press('#findings ~ div section:nth-of-type(2) button'),
    shows: '#findings ~ div [role=alert]',
  },
  { name: 'search-loading', path, answers: answers(waits), shows: 'main [role=status][aria-label]' },
  { name: 'search-nothing-kept', path, answers: answers(says(nothingKept)), shows: findings },
  { name: 'search-offline', path, live: 'lost', answers: answers(vanishes), shows: '[data-piece=operator]' },
  {
    name: 'search-observer',
    path,
    answers: (look: Look) => ({ ...houseOf(look, 'observer'), ...answers()() }),
    act: () => press('li [aria-expanded=false]'),
    shows: 'li [aria-expanded=true]',
  },
]
