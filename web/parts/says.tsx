/** A sentence of the server about a search: what is searched for stands between asterisks, and is set apart here. */
export function Says({ sentence }: { sentence: string }) {
  const whole = sentence.charAt(0).toUpperCase() + sentence.slice(1)
  const parts = whole.split('*')
  return (
    <>
      {parts.map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
          <b key={i} className="font-bold text-ink">
            {part}
          </b>
        ),
      )}
      {/[.!?]$/u.test(whole) ? '' : '.'}
    </>
  )
}
