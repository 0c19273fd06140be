import type { Result } from '../shared/lib/result.ts'
import type { Gives, TellRefusal, Told } from '../shared/protocol/bridge.ts'
import type { matrixQuestions, matrixTellings } from '../shared/protocol/matrices.ts'
import type { MatrixApi } from './account/matrix-api.ts'
import type { Changes } from './changes.ts'
import type { Desk } from './desk.ts'
import type { Answers, Doings } from './dispatch-shapes.ts'
import type { MatrixTexts } from './matrix-texts.ts'
import {
  dropKeptText,
  findMatrixDraft,
  keepText,
  listKeptTexts,
  putMatrixDraft
} from './store/matrix-draft.ts'

export type MatrixDeps = {
  readonly desk: () => Desk
  readonly token: () => string
  readonly api: MatrixApi
  readonly texts: MatrixTexts
  readonly changes: Changes
}

/** What an administrator asks about matrices: the draft is here, everything else at the server. */
export function matrixAnswers({
  desk,
  token,
  api,
  texts,
  changes
}: MatrixDeps): Pick<Answers, keyof typeof matrixQuestions> {
  return {
    'matrix.draft': () => findMatrixDraft(desk().db),
    'matrix.kept': () => listKeptTexts(desk().db),
    'matrix.versions': () => orNull(api.versions(token())),
    'matrix.version': ({ version }) => orNull(api.version(token(), version)),
    'matrix.plans': () => orNull(api.plans(token())),
    'matrix.check': ({ doc }) => orNull(api.check(token(), doc)),
    'matrix.trial': () => orNull(api.trial(token())),
    'matrix.trialCases': (asked) => orNull(api.trialCases(token(), asked)),
    'matrix.write': async ({ doc, as }) => ({ text: await texts.write(doc, as) }),
    // Whose text it is stands before it is read: it is kept with them, whoever sits here by then.
    'matrix.read': ({ text, name }) => readText(desk(), changes, texts, text, name)
  }
}

/** A text of a newer format is refused and kept as it is, for the day a newer Tierline runs here (MX2). */
async function readText(
  desk: Desk,
  changes: Changes,
  texts: MatrixTexts,
  text: string,
  name: string
): Promise<Gives<'matrix.read'>> {
  const read = await texts.read(text)
  if (read.ok) return { ok: true, doc: read.value }
  const kept = read.error.some(({ code }) => code === 'newer_format')
  if (kept) {
    desk.db.write((tx) => keepText(tx, { name, text, keptAt: desk.serverNow() }))
    changes.note(['matrix'])
  }
  return { ok: false, faults: [...read.error], kept }
}

export function matrixDoings({
  desk,
  token,
  api,
  changes
}: MatrixDeps): Pick<Doings, keyof typeof matrixTellings> {
  const told = async (answer: Promise<Result<string | null, TellRefusal>>): Promise<Told> => {
    const result = await answer
    changes.note(['matrix'])
    return result.ok ? { ok: true, id: result.value } : result
  }
  return {
    'matrix.putDraft'({ draft }) {
      const at = desk()
      at.db.write((tx) => putMatrixDraft(tx, draft, at.serverNow()))
      changes.note(['matrix'])
      return { ok: true, id: null }
    },
    'matrix.discardKept'(kept) {
      desk().db.write((tx) => dropKeptText(tx, kept))
      changes.note(['matrix'])
      return { ok: true, id: null }
    },
    'matrix.publish': (asked) => told(api.publish(token(), asked)),
    'matrix.rollBack': (asked) => told(api.rollBack(token(), asked)),
    'matrix.cancelPlan': ({ id }) => told(api.cancelPlan(token(), id)),
    'matrix.tryOut': ({ doc }) => told(api.tryOut(token(), doc)),
    'matrix.cancelTrial': () => told(api.cancelTrial(token()))
  }
}

async function orNull<T>(answer: Promise<Result<T, TellRefusal>>): Promise<T | null> {
  const result = await answer
  return result.ok ? result.value : null
}
