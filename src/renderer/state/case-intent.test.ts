import { expect, test } from 'vitest'
import { useCaseIntent } from './case-intent.ts'
import { openPreviewed, previewCase, useNavigation } from './navigation.ts'

test('a key pressed right after a held J means the case J came to', () => {
  previewCase('case-1')
  previewCase('case-2') // so soon that it is held: nothing is opened before it rests
  expect(useNavigation.getState().openCaseId).toBe('case-1')
  openPreviewed()
  useCaseIntent.getState().send('claim')
  expect(useCaseIntent.getState().wish).toMatchObject({ name: 'claim', caseId: 'case-2' })
})
