/** What a rejected row is told with: where it stands, what it says, and why it was left out. */
export type WordedRow = {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly reason: string
}

/** The rejected rows as a file a spreadsheet opens. What it would take for a formula is made harmless. */
export function rejectionsCsv(
  rows: readonly WordedRow[],
  head: { readonly [K in keyof WordedRow]: string }
): string {
  const lines = [
    [head.line, head.column, head.value, head.reason],
    ...rows.map((row) => [String(row.line), row.column, row.value, row.reason])
  ]
  return `\u{FEFF}${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
