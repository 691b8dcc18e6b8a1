import type { AttemptHead, FileName } from '#engine/grade/attempt-view.ts'
import type { Answer } from './acts.ts'
import { type EditorFile, isDirty, keyOf } from './state.ts'
import type { Store } from './store.ts'

const typingPause = 400
const largest = 1024 * 1024

type Save = (file: FileName, text: string) => Promise<Answer<{ readonly head: AttemptHead }>>

/** Saves files as steps: 400 ms after typing stops, one save of a file at a time, and everything at once when asked. */
export function createSaver(store: Store, save: Save) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const running = new Map<string, Promise<boolean>>()

  const find = (key: string) => store.get().files.find(file => keyOf(file) === key)

  const saveOnce = async (file: EditorFile): Promise<boolean> => {
    const { host, path, text } = file
    const key = keyOf(file)
    if (new Blob([text]).size > largest) {
      store.change({ do: 'not-saved', key, say: 'a file may have 1 MiB at most' })
      return false
    }
    store.change({ do: 'saving', key })
    const answer = await save({ host, path }, text)
    if (answer.ok) store.change({ do: 'saved', key, text, head: answer.head })
    else store.change({ do: 'not-saved', key, say: answer.say })
    return answer.ok
  }

  const drain = async (key: string): Promise<boolean> => {
    for (let file = find(key); file && isDirty(file); file = find(key)) if (!(await saveOnce(file))) return false
    return true
  }

  /** Saves until nothing newer was typed. Asked twice, the second waits for the first. */
  const saveFile = (key: string): Promise<boolean> => {
    clearTimeout(timers.get(key))
    timers.delete(key)
    const going = running.get(key) ?? drain(key).finally(() => running.delete(key))
    running.set(key, going)
    return going
  }

  return {
    typed(key: string, text: string) {
      store.change({ do: 'typed', key, text })
      clearTimeout(timers.get(key))
      timers.set(
        key,
        setTimeout(() => void saveFile(key), typingPause),
      )
    },
    async saveAll(): Promise<boolean> {
      const keys = store.get().files.filter(isDirty).map(keyOf)
      const saved = await Promise.all(keys.map(saveFile))
      return saved.every(Boolean)
    },
  }
}
