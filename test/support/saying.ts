import { namesOf } from '../../src/renderer/state/names-of.ts'
import { en } from '../../src/renderer/words/en.ts'
import { es } from '../../src/renderer/words/es.ts'
import { createFormat } from '../../src/renderer/words/format.ts'
import { it } from '../../src/renderer/words/it.ts'
import type { Saying } from '../../src/renderer/words/row-sentence.ts'
import type { Matrix } from '../../src/shared/escalation/matrix.ts'
import type { Language, Person } from '../../src/shared/people/person.ts'
import { people as known } from './cases.ts'

const WORDS = { en, es, it }

/** How a document is said in a language, as the screen of the matrix has it. */
export function saying(doc: Matrix, language: Language, people: readonly Person[] = known): Saying {
  const words = WORDS[language]
  return {
    words,
    language,
    format: createFormat(language === 'en' ? 'en-GB' : language),
    names: namesOf({ matrix: doc, people, language, special: words.frame.people }),
    currency: doc.currency,
    exception: (id) => id
  }
}
