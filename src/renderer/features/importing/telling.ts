import type { Format } from '../../words/format.ts'
import type { Words } from '../../words/words.ts'

/** What it takes to word something in the person's language. */
export type Telling = { readonly words: Words; readonly format: Format }
