const quote =
  'M10.6 8.2c-3.9 1.2-6.4 4.3-6.4 8.2 0 2.6 1.6 4.4 3.8 4.4 2 0 3.5-1.4 3.5-3.4 0-1.8-1.2-3.1-3-3.2.3-1.7 1.4-3 3.2-3.9z'

/** Two quotes facing each other: hoor (heard, outlined) and wederhoor (answered, filled). */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 30 30" aria-hidden="true" className="shrink-0">
      <rect width="30" height="30" rx="7.5" fill="var(--marker)" />
      <path d={quote} fill="none" stroke="var(--on-marker)" strokeWidth="1.7" strokeLinejoin="round" />
      <path
        d={quote}
        fill="var(--on-marker)"
        stroke="var(--on-marker)"
        strokeWidth="1.7"
        strokeLinejoin="round"
        transform="rotate(180 15 14.6)"
      />
    </svg>
  )
}

/** The same quotes without their tile, for screens that have nothing to show. */
export function Quotes({ width = 92 }: { width?: number }) {
  return (
    <svg width={width} height={width * 0.8} viewBox="0 3 30 24" aria-hidden="true">
      <path d={quote} fill="none" stroke="var(--ink)" strokeWidth="1.1" strokeLinejoin="round" />
      <g transform="rotate(180 15 14.6)">
        <path d={quote} fill="var(--marker)" stroke="var(--ink)" strokeWidth="1.1" strokeLinejoin="round" />
      </g>
    </svg>
  )
}
