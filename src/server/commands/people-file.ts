import { z } from 'zod'
import { Person } from '../../shared/people/person.ts'
import { readYaml } from './yaml-file.ts'

const File = z.array(z.object({ queues: z.array(z.string()) }).loose())

/** A file of people, their queues written as `L1/front`. */
export function readPeople(file: string): Person[] {
  return File.parse(readYaml(file)).map((one) => {
    const queues = one.queues.map((key) => {
      const [tier, team] = key.split('/')
      return { tier, team }
    })
    return Person.parse({ ...one, queues })
  })
}
