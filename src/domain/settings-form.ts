import { z } from 'zod'
import { assert } from '#base/assert.ts'

/**
 * What the form needs to know of one field of a connector's `settings` or `credentials`, put on the field itself:
 * `z.url().meta(field({ label: { en: 'Address', nl: 'Adres' }, example: 'https://example.org/feed' }))`.
 */
export type FieldMeta = {
  label: { en: string; nl: string }
  /** One sentence below the field. */
  help?: { en: string; nl: string }
  /** Shown in the empty field. */
  example?: string
  /** Never shown again once saved; kept encrypted. */
  secret?: boolean
  /** The names of an enum's values. */
  choices?: Record<string, { en: string; nl: string }>
}

/** One row of the form, as JSON: what the browser draws. */
export type FormField = FieldMeta & {
  name: string
  /** `list`: several short texts. */
  kind: 'text' | 'url' | 'number' | 'toggle' | 'choice' | 'list'
  isRequired: boolean
  initial?: unknown
}

const words = z.object({ en: z.string().min(1), nl: z.string().min(1) })
const fieldMetaSchema = z.object({
  label: words,
  help: words.optional(),
  example: z.string().optional(),
  secret: z.boolean().optional(),
  choices: z.record(z.string(), words).optional(),
})

/** Gives `.meta()` its type; nothing more. */
export function field(meta: FieldMeta): FieldMeta & Record<string, unknown> {
  return meta
}

/**
 * The form of an object schema, in the order of its fields. A field that cannot be drawn is a bug of the connector
 * and fails its conformance test.
 */
export function formFields(schema: z.ZodType): FormField[] {
  assert(schema instanceof z.ZodObject, 'settings and credentials are objects')
  return Object.entries(schema.shape).map(([name, type]) => formField(name, type as z.ZodType))
}

function formField(name: string, type: z.ZodType): FormField {
  const { core, metas, isRequired, initial } = unwrapped(type)
  const meta = fieldMetaSchema.safeParse(Object.assign({}, ...metas.toReversed()))
  assert(meta.success, `the field ${name} needs .meta({ label: { en, nl } })`)
  const kind = kindOf(core, name)
  if (kind === 'choice') {
    const named = Object.keys(meta.data.choices ?? {})
    assert(
      core instanceof z.ZodEnum && core.options.every((option) => named.includes(String(option))),
      `${name}: every choice needs words`,
    )
  }
  return { name, kind, isRequired, ...(initial === undefined ? {} : { initial }), ...meta.data }
}

const wrappersMax = 6

/** Through `.optional()`, `.default()` and the like; the outermost meta wins. */
function unwrapped(type: z.ZodType): { core: z.ZodType; metas: object[]; isRequired: boolean; initial: unknown } {
  let core = type
  let isRequired = true
  let initial: unknown
  const metas: object[] = []
  for (let depth = 0; depth < wrappersMax; depth++) {
    metas.push(core.meta() ?? {})
    if (core instanceof z.ZodDefault || core instanceof z.ZodPrefault) initial ??= core.def.defaultValue
    if (
      core instanceof z.ZodDefault ||
      core instanceof z.ZodPrefault ||
      core instanceof z.ZodOptional ||
      core instanceof z.ZodNullable
    ) {
      isRequired = false
      core = core.unwrap() as z.ZodType
    } else if (core instanceof z.ZodPipe) core = core.in as z.ZodType
    else break
  }
  return { core, metas, isRequired, initial }
}

function kindOf(core: z.ZodType, name: string): FormField['kind'] {
  if (core instanceof z.ZodURL) return 'url'
  if (core instanceof z.ZodString || core instanceof z.ZodStringFormat) return 'text'
  if (core instanceof z.ZodNumber || core instanceof z.ZodNumberFormat) return 'number'
  if (core instanceof z.ZodBoolean) return 'toggle'
  if (core instanceof z.ZodEnum) return 'choice'
  if (core instanceof z.ZodArray && kindOf(core.element as z.ZodType, name) === 'text') return 'list'
  assert(false, `no form knows how to draw the field ${name}`)
}
