import { z } from 'zod'
import type { Words } from './connector.ts'

type Issue = z.core.$ZodIssue

/** What is wrong with one value, in both languages: our own sentences, since those of a schema library are written for programmers. */
export function issueWords(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.includes('undefined') ? missing : (wrongKinds[issue.expected] ?? notUnderstood)
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum))
    case 'too_big':
      return atMost(issue.origin, Number(issue.maximum))
    case 'invalid_format':
      return wrongFormats[issue.format] ?? wrongForm
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { en: `choose one of these: ${values}.`, nl: `kies een van deze: ${values}.` }
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return { en: `nobody here knows ${keys}.`, nl: `hier kent niemand ${keys}.` }
    }
    case 'custom':
      return wordsSchema.safeParse(issue.params?.words).data ?? { en: issue.message, nl: issue.message }
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return notUnderstood
  }
}

/** The first thing that is wrong, after the place where it stands: "Address: this is no web address." */
export function refusalWords(error: z.ZodError, labelOf: (path: string) => Words | undefined = () => undefined): Words {
  const [issue] = error.issues
  if (!issue) return notUnderstood
  const path = issue.path.join('.')
  const label = labelOf(String(issue.path[0] ?? '')) ?? { en: path, nl: path }
  const says = issueWords(issue)
  return { en: `${label.en}: ${says.en}`, nl: `${label.nl}: ${says.nl}` }
}

/** The label that a connector gave a field of its form. */
export function labelIn(schema: z.ZodType): (name: string) => Words | undefined {
  return (name) => {
    const field = schema instanceof z.ZodObject ? (schema.shape[name] as z.ZodType | undefined) : undefined
    return wordsSchema.safeParse(field?.meta()?.label).data
  }
}

const wordsSchema = z.object({ en: z.string(), nl: z.string() })
const missing: Words = { en: 'this is missing.', nl: 'dit ontbreekt.' }
const notUnderstood: Words = { en: 'this was not understood.', nl: 'dit is niet begrepen.' }
const wrongForm: Words = { en: 'this does not have the right form.', nl: 'dit heeft niet de goede vorm.' }

const wrongKinds: Record<string, Words> = {
  string: { en: 'this must be text.', nl: 'dit moet tekst zijn.' },
  number: { en: 'this must be a number.', nl: 'dit moet een getal zijn.' },
  int: { en: 'this must be a whole number.', nl: 'dit moet een heel getal zijn.' },
  boolean: { en: 'this must be yes or no.', nl: 'dit moet ja of nee zijn.' },
  array: { en: 'this must be a list.', nl: 'dit moet een lijst zijn.' },
}

const wrongFormats: Record<string, Words> = {
  url: {
    en: 'this is no web address, such as https://example.org.',
    nl: 'dit is geen webadres, zoals https://example.org.',
  },
  email: {
    en: 'this is no e-mail address, such as name@example.org.',
    nl: 'dit is geen e-mailadres, zoals naam@example.org.',
  },
  uuid: { en: 'this is no id of ours.', nl: 'dit is geen id van ons.' },
  datetime: {
    en: 'this is no moment, such as 2026-05-05T09:31:00Z.',
    nl: 'dit is geen moment, zoals 2026-05-05T09:31:00Z.',
  },
}

function atLeast(origin: string, least: number): Words {
  if (origin === 'string' && least <= 1) return { en: 'this may not be empty.', nl: 'dit mag niet leeg zijn.' }
  if (origin === 'string') return { en: `at least ${least} characters.`, nl: `minstens ${least} tekens.` }
  if (origin === 'array' && least <= 1) return { en: 'give at least one.', nl: 'geef er minstens één.' }
  return { en: `at least ${least}.`, nl: `minstens ${least}.` }
}

function atMost(origin: string, most: number): Words {
  if (origin === 'string') return { en: `at most ${most} characters.`, nl: `hoogstens ${most} tekens.` }
  return { en: `at most ${most}.`, nl: `hoogstens ${most}.` }
}
