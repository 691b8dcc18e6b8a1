/** Headers of an answer in lines of JSON that nobody on the way is to hold back. */
export const asItComes = {
  'content-type': 'application/x-ndjson; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
} as const
