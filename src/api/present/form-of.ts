import { z } from 'zod'
import type { fieldShape } from '#api/contract/shapes.ts'

type Field = z.output<typeof fieldShape>
type Told = { label?: Field['label']; help?: Field['help']; example?: unknown; secret?: boolean }
type Property = Told & {
  type?: string
  format?: string
  enum?: unknown[]
  items?: { type?: string }
  default?: unknown
}

/** A form, drawn from a connector's own schema: what it says of a field with `.meta()` is what people read. */
export function formOf(schema: z.ZodType): Field[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Property>
    required?: string[]
  }
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    kind: kindOf(property),
    label: property.label ?? { en: name, nl: name },
    help: property.help ?? null,
    example: property.example === undefined ? null : String(property.example),
    isRequired: (json.required ?? []).includes(name),
    choices: property.enum ? property.enum.map(String) : null,
    initial: property.default ?? null,
  }))
}

function kindOf(property: Property): Field['kind'] {
  if (property.secret) return 'secret'
  if (property.enum) return 'choice'
  if (property.type === 'array') return 'list'
  if (property.type === 'boolean') return 'boolean'
  if (property.type === 'number' || property.type === 'integer') return 'number'
  return property.format === 'uri' ? 'url' : 'text'
}
