import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client'
import { storyData } from './story-data.ts'

/** What the database knows of an exam's end. */
export interface StoredEnd {
  readonly endsAt: number
  readonly closedAt: number | undefined
  readonly gradedAt: number | undefined
  readonly score: number | undefined
  /** As it is stored. */
  readonly report: string | undefined
}

async function stored<T>(data: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = createClient({ url: pathToFileURL(path.join(data, 'breakwater.db')).href, timeout: 5000 })
  try {
    return await ask(client)
  } finally {
    client.close()
  }
}

/** Moves the end of an exam so that `seconds` are left, as nobody could wait for it. Answers when it ends. */
export async function leave(seconds: number, exam: string, data = storyData): Promise<number> {
  const endsAt = Date.now() + seconds * 1000
  const end = new Date(endsAt).toISOString().replace('Z', '+00:00')
  const { rowsAffected } = await stored(data, it =>
    it.execute({ sql: 'UPDATE "Exam" SET "endsAt" = ? WHERE "id" = ? AND "closedAt" IS NULL', args: [end, exam] }),
  )
  if (rowsAffected !== 1) throw new Error(`there is no running exam ${exam}`)
  return endsAt
}

export async function storedEnd(exam: string, data = storyData): Promise<StoredEnd> {
  const { rows } = await stored(data, it =>
    it.execute({
      sql: 'SELECT "endsAt", "closedAt", "gradedAt", "score", "report" FROM "Exam" WHERE "id" = ?',
      args: [exam],
    }),
  )
  const row = rows[0]
  if (row === undefined) throw new Error(`there is no exam ${exam}`)
  const time = (value: unknown) => (value === null ? undefined : new Date(`${value}`).getTime())
  return {
    endsAt: time(row.endsAt) ?? Number.NaN,
    closedAt: time(row.closedAt),
    gradedAt: time(row.gradedAt),
    score: row.score === null ? undefined : Number(row.score),
    report: row.report === null ? undefined : `${row.report}`,
  }
}
