import { asItComes } from './as-it-comes.ts'

/**
 * What is told, one JSON object a line, until `end`. Who told it goes on when the reader goes away.
 *
 * @param follow begins the telling, and answers what ends it
 */
export function rowStream<T>(follow: (tell: (row: T) => void, end: () => void) => () => void): Response {
  let leave = () => {}
  const rows = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true
      const tell = (row: T) => {
        if (open) controller.enqueue(encoder.encode(`${JSON.stringify(row)}\n`))
      }
      const end = () => {
        if (open) controller.close()
        open = false
      }
      const unfollow = follow(tell, end)
      leave = () => {
        open = false
        unfollow()
      }
    },
    cancel: () => leave(),
  })
  return new Response(rows, { headers: asItComes })
}

const encoder = new TextEncoder()
