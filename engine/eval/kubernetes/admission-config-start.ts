import { z } from 'zod'
import { type Evaluator, evaluator } from '../evaluator.ts'
import { filesShape, startOf } from './apiserver-flags-start.ts'

/** Whether kube-apiserver starts with flags and files about admission. */
export const admissionConfigStart: Evaluator = evaluator(
  'flags about admission and the files that they name: whether kube-apiserver starts',
  z.object({ flags: z.array(z.string()), files: filesShape }),
  ({ flags, files }) => startOf(flags, files),
)
