const PART = /\{([^{}]+)\}/

/** The columns a template names, in order. */
export function columnsOf(template: string): string[] {
  return pieces(template).columns
}

/**
 * Fills `{column}` parts from a row. A part the row lacks falls out, and with it the text that joined it to its
 * neighbours: `{subcategory}: {symptom}` without a symptom reads "Printer", not "Printer: ".
 */
export function fillTemplate(
  template: string,
  value: (column: string) => string | undefined
): string | undefined {
  const { literals, columns } = pieces(template)
  if (columns.length === 0) return template

  let text = ''
  for (const [index, column] of columns.entries()) {
    const part = value(column)
    if (part === undefined) continue
    // The literal before a part joins it to what stands there; at the start only the first part brings its own.
    if (text !== '' || index === 0) text += literals[index] ?? ''
    text += part
    if (index === columns.length - 1) text += literals[index + 1] ?? ''
  }
  return text === '' ? undefined : text
}

/** `literals` is one longer than `columns`: text, column, text, column, text. */
function pieces(template: string): { literals: string[]; columns: string[] } {
  const split = template.split(PART)
  return {
    literals: split.filter((_piece, index) => index % 2 === 0),
    columns: split.filter((_piece, index) => index % 2 === 1)
  }
}
