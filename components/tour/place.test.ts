import { expect, test } from 'vitest'
import { placeBeside } from './place.ts'

const box = { width: 300, height: 150 }
const within = { width: 1366, height: 768 }
const pane = { left: 430, top: 44, width: 936, height: 450 }

test('beside the target, on its side', () => {
  expect(placeBeside({ left: 0, top: 44, width: 425, height: 320 }, 'right', box, within)).toEqual({ x: 439, y: 58 })
  expect(placeBeside(pane, 'left', box, within)).toEqual({ x: 116, y: 58 })
  expect(placeBeside({ left: 1100, top: 6, width: 180, height: 30 }, 'below', box, within)).toEqual({ x: 980, y: 50 })
})

test('never beyond the window', () => {
  expect(placeBeside({ ...pane, left: 200 }, 'left', box, within).x).toBe(8)
  expect(placeBeside({ ...pane, top: 700 }, 'left', box, within).y).toBe(610)
  expect(placeBeside({ ...pane, width: 1366 }, 'right', box, within).x).toBe(1058)
})
