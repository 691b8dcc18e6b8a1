/** What a worker says to a question with a number: that it has begun, that it cannot, or its reply. */
export type FromWorker<Reply> =
  | { readonly id: number; readonly began: true }
  | { readonly id: number; readonly failed: true }
  | { readonly id: number; readonly reply: Reply }

/** Answers the questions that are sent to this worker. `began` is called when loading is over. */
export function answerMessages<Asked, Reply>(answer: (asked: Asked, began: () => void) => Promise<Reply>): void {
  const send = (message: FromWorker<Reply>) => postMessage(message)
  addEventListener('message', async ({ data }: MessageEvent<{ readonly id: number; readonly asked: Asked }>) => {
    const { id, asked } = data
    try {
      send({ id, reply: await answer(asked, () => send({ id, began: true })) })
    } catch (error) {
      send({ id, failed: true })
      throw error
    }
  })
}
