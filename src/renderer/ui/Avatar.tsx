const GROUNDS = 6

/** Initials on a colour that stays with the name. It says nothing the name beside it does not. */
export function Avatar({
  name,
  size = 24,
  label,
  away = false
}: {
  name: string
  size?: 18 | 20 | 24 | 32 | 40 | undefined
  /** Speak the name, where it is not written beside the picture. */
  label?: string | undefined
  away?: boolean | undefined
}) {
  return (
    <span
      className={`tl-avatar tl-avatar-${groundOf(name)}${away ? ' tl-avatar-away' : ''}`}
      style={{ inlineSize: size, blockSize: size, fontSize: Math.max(9, Math.round(size * 0.42)) }}
      title={label}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {initialsOf(name)}
    </span>
  )
}

/** Letters and digits only: a name may begin with a mark nobody sees. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word) => /[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toUpperCase()
}

function groundOf(name: string): number {
  let sum = 7
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 99991
  return (sum % GROUNDS) + 1
}
