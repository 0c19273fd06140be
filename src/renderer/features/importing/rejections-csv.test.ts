import { expect, test } from 'vitest'
import { rejectionsCsv } from './rejections-csv.ts'

const head = { line: 'Line', column: 'Column', value: 'Value', reason: 'Why' }

test('[CS10] every rejected row is a line; quotes, commas and line ends stay inside their cell', () => {
  const text = rejectionsCsv([{ line: 7, column: 'opened', value: 'a "b", c\nd', reason: 'no date' }], head)
  expect(text).toBe('\u{FEFF}Line,Column,Value,Why\r\n7,opened,"a ""b"", c\nd",no date\r\n')
})

test('[CS10] a value that would be a formula is made harmless', () => {
  const values = ['=1+1', '+cmd', '-2', '@x']
  const rows = values.map((value) => ({ line: 1, column: 'c', value, reason: 'r' }))
  const lines = rejectionsCsv(rows, head).split('\r\n').slice(1, -1)
  expect(lines).toEqual(values.map((value) => `1,c,'${value},r`))
})
