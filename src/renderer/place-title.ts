import type { Names } from './state/names-of.ts'
import type { Place } from './state/navigation.ts'
import type { Words } from './words/words.ts'

/** What a place is called. */
export function placeTitle(place: Place, { frame, queue }: Words, names: Names): string {
  switch (place.kind) {
    case 'work':
      return frame.places.myWork
    case 'drafts':
      return frame.places.drafts
    case 'atRisk':
      return frame.places.atRisk
    case 'asked':
      return frame.places.asked
    case 'approvals':
      return frame.places.approvals
    case 'called':
      return frame.places.called
    case 'figures':
      return frame.places.figures
    case 'held':
      return frame.places.held
    case 'devices':
      return frame.places.devices
    case 'import':
      return frame.places.imports
    case 'matrix':
      return frame.places.matrix
    case 'search':
      return queue.searchOf(place.text)
    case 'queue':
      return names.queue(place.queue)
  }
}
