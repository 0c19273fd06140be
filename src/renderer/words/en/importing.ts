import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export const importing = {
  title: 'Import cases',
  choose: 'Choose a file',
  from: 'From',
  phase: {
    receiving: 'Receiving the file',
    reading: 'Reading',
    checking: 'Checking',
    publishing: 'Publishing',
    done: 'Done',
    failed: 'Stopped',
    cancelled: 'Cancelled'
  },
  progress: (done: string, all: string) => `${done} of ${all}`,
  imported: (count: number) => plural(count, { one: '# case imported', other: '# cases imported' }),
  problems: (count: number) => plural(count, { one: '# line needs a look', other: '# lines need a look' }),
  downloadProblems: 'Save the list of problems',
  cancel: 'Cancel the import',
  cancelHint: 'Nothing is kept of an import that was cancelled.',
  needsConnection: 'Importing needs the server. It can be done once you are online.'
}
