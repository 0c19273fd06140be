/** A name in one line or two of `fits` letters: broken between words where there are any, cut only where two lines are not enough. */
export function nameLines(name: string, fits: number): readonly string[] {
  if (name.length <= fits) return [name]
  const space = name.lastIndexOf(' ', fits)
  if (space <= 0) return [cut(name, fits)]
  return [name.slice(0, space), cut(name.slice(space + 1), fits)]
}

function cut(text: string, fits: number): string {
  return text.length > fits ? `${text.slice(0, fits - 1)}…` : text
}
