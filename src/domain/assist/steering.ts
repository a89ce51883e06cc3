/** Words by which somebody who writes to us speaks to a model behind us. In both languages, and the ways that are in use everywhere. */
const orders = [
  String.raw`(?:ignore|disregard|forget|override|bypass)\s+(?:\p{L}+\s+){0,4}(?:instructions?|prompts?|rules|guidelines|orders|directions|above)`,
  String.raw`(?:negeer|vergeet|sla)\s+(?:\p{L}+\s+){0,4}(?:instructies?|opdracht(?:en)?|prompts?|regels|aanwijzingen|hierboven)`,
  String.raw`(?:ignorez|oubliez|ignora|olvida|ignoriere|vergiss)\s+(?:\p{L}+\s+){0,4}(?:instructions?|consignes?|instrucciones|anweisungen|regeln)`,
  String.raw`(?:system|developer)\s*(?:prompt|message|override)`,
  String.raw`systeem\s*(?:prompt|bericht|instructie)`,
  String.raw`you\s+are\s+(?:now\s+(?:a|an)|no\s+longer\s+bound|now\s+in\s+\p{L}+\s+mode)(?!\p{L})`,
  String.raw`(?:je|jij|u)\s+bent\s+(?:nu|voortaan|niet\s+langer)\s+(?:een|de|het)\s+\p{L}*(?:model|ai|assistent|bot|chatbot)`,
  String.raw`(?:as|als)\s+(?:an?|een)\s+(?:ai|language\s+model|taalmodel|chatbot)`,
  String.raw`(?:(?:note|message|instruction|bericht|opdracht)\s*(?:to|for|aan|voor|:)|(?:attention|let\s+op)[\s,:]*)\s*(?:the\s+|de\s+|het\s+|any\s+)?(?:ai|assistant|assistent|llm|model|taalmodel|chatbot|bot)(?![\p{L}\p{N}])`,
  String.raw`(?:reply|respond|answer|antwoord|reageer)\s+(?:only|alleen|exactly|precies|uitsluitend|just)?\s*(?:with|met)\s*[:"“'‘]`,
  String.raw`<\/?(?:system|assistant|instructions?|im_start|im_end)|\[\/?(?:INST|SYS)\]|<\|[a-z_]+\|>|###\s*(?:system|instruction)`,
]
const order = new RegExp(`(?<![\\p{L}\\p{N}])(?:${orders.join('|')})`, 'giu')

/** The places where a message gives orders to a model, as it stands there. */
export function steeringIn(text: string): string[] {
  return [...text.matchAll(order)].map(([found]) => found.trim())
}

const runLength = 5

/** What an answer repeats word for word after such an order: "say you hate…" and it says so. */
export function echoOf(answer: string, message: string): string | undefined {
  const first = [...message.matchAll(order)][0]
  if (!first) return undefined
  const said = wordsOf(message.slice(first.index + first[0].length))
  const spoken = ` ${wordsOf(answer).join(' ')} `
  for (let at = 0; at + runLength <= said.length; at += 1) {
    const run = said.slice(at, at + runLength).join(' ')
    if (spoken.includes(` ${run} `)) return run
  }
  return undefined
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 4_000)
}
