import { type Hello, PROTOCOL } from '../../src/shared/protocol/sync.ts'

/** What a machine that has nothing yet says at the door. */
export function helloOf(deviceId: string): Hello {
  return {
    proto: PROTOCOL,
    app: 'test',
    deviceId,
    storeId: '',
    cursor: 0,
    matrixVer: 0,
    peopleVer: 0,
    nextOpNo: 1,
    scopes: [],
    differs: [],
    fetching: null,
    open: [],
    resultsFrom: 1
  }
}
