import { linesOf } from '../../yaml/place.ts'
import type { Path } from '../../yaml/range.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { PackFinding } from '../lab-source.ts'
import { lineOf } from '../line-of.ts'
import { schemaSentences } from '../schema-sentence.ts'
import type { Blueprint, BlueprintTask } from './blueprint.ts'
import { type BlueprintYaml, blueprintSchema, mostTasks } from './blueprint-schema.ts'
import type { ExamLab } from './exam-lab.ts'
import { paperFaults } from './paper-faults.ts'

/**
 * One file of `content/exams` → the exam, or what its author has to put right: file, line and a sentence.
 *
 * @param id the file's name without its ending
 * @param labs those that can be drawn: every seed must find enough of them
 */
export function readBlueprint(
  { id, file, text }: { readonly id: string; readonly file: string; readonly text: string },
  labs: readonly ExamLab[],
): { readonly blueprint: Blueprint } | { readonly findings: readonly PackFinding[] } {
  const { documents, findings } = readYaml(text)
  const document = documents[0]
  const broken = findings.filter(({ severity }) => severity === 'error')
  if (broken.length > 0)
    return {
      findings: broken.map(({ code, message, range }) => ({
        ...{ code, file, message },
        ...(range && { line: linesOf(text, range).line }),
      })),
    }
  const say = (code: string, path: Path, message: string): PackFinding => {
    return { code, file, message, ...(document && lineOf(text, document, path)) }
  }
  const { value } = document ?? { value: null }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { findings: [say('exam-schema', [], 'An exam is a map with `title`, `minutes` and `tasks`.')] }
  const parsed = blueprintSchema.safeParse(value)
  if (!parsed.success)
    return {
      findings: schemaSentences(blueprintSchema, value).map(({ path, key, message }) =>
        say(key ? 'unknown-key' : 'exam-schema', path, ownWords(path, message)),
      ),
    }

  const faults: PackFinding[] = []
  const fault = (path: Path, message: string) => faults.push(say('exam-schema', path, message))
  const tasks = parsed.data.tasks.flatMap((written, at): readonly BlueprintTask[] => {
    const task = oneOf(written)
    if (!task) fault(['tasks', at], 'A task is either a `lab` or a `draw`.')
    return task ? [task] : []
  })
  if (faults.length > 0) return { findings: faults }

  const count = tasks.reduce((sum, task) => sum + ('lab' in task ? 1 : task.draw.count), 0)
  const { weights } = parsed.data
  if (count > mostTasks) fault(['tasks'], `An exam has at most ${mostTasks} tasks; this one has ${count}.`)
  if (weights !== 'by-points') {
    const sum = weights.reduce((all, one) => all + one, 0)
    if (weights.length !== count) fault(['weights'], `\`weights\` has ${weights.length} numbers for ${count} tasks.`)
    else if (sum !== 100) fault(['weights'], `\`weights\` adds up to ${sum}. It has to be 100.`)
  }
  if (count <= mostTasks) for (const { entry, message } of paperFaults(tasks, labs)) fault(['tasks', entry], message)
  return faults.length > 0 ? { findings: faults } : { blueprint: { ...parsed.data, id, tasks } }
}

function oneOf({ lab, draw }: BlueprintYaml['tasks'][number]): BlueprintTask | undefined {
  if (lab !== undefined && draw === undefined) return { lab }
  if (lab === undefined && draw !== undefined) return { draw }
  return undefined
}

/** The one key that may be of two forms says both. */
function ownWords([key]: Path, message: string): string {
  return key === 'weights' ? '`weights` has to be `by-points` or a list of whole per cents, each at least 1.' : message
}
