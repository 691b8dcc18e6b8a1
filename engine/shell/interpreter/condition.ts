import { compileExtended } from '../regex/posix.ts'
import type { ConditionNode, WordNode } from '../syntax/ast.ts'
import { evaluate } from './arithmetic.ts'
import { expandPattern, expandPieces, expandText } from './expand.ts'
import { matcher } from './pattern.ts'
import { complain, type Shell } from './shell.ts'
import { fileTest, integerTest, isIntegerTest } from './tests.ts'
import { numbersOf } from './values.ts'

/** `[[ … ]]`: 0 when it holds, 1 when not, 2 when it cannot be asked. */
export async function condition(shell: Shell, node: ConditionNode): Promise<number> {
  switch (node.type) {
    case 'CondNot': {
      const code = await condition(shell, node.operand)
      return code > 1 ? code : 1 - code
    }
    case 'CondAnd':
    case 'CondOr': {
      const left = await condition(shell, node.left)
      const decided = node.type === 'CondAnd' ? left !== 0 : left === 0 || left > 1
      return decided ? left : condition(shell, node.right)
    }
    case 'CondGroup':
      return condition(shell, node.expression)
    case 'CondWord':
      return (await expandText(shell, node.word)) === '' ? 1 : 0
    case 'CondUnary':
      return fileTest(shell, node.operator, await expandText(shell, node.operand)) ? 0 : 1
    case 'CondBinary':
      return binary(shell, node.operator, node.left, node.right)
  }
}

async function binary(shell: Shell, operator: string, left: WordNode, right: WordNode): Promise<number> {
  const text = await expandText(shell, left)
  if (operator === '=~') return regex(shell, text, right)
  if (operator === '=' || operator === '==' || operator === '!=') {
    const matches = matcher(await expandPattern(shell, right), shell.shopt.has('nocasematch'))(text)
    return matches === (operator !== '!=') ? 0 : 1
  }
  const other = await expandText(shell, right)
  if (operator === '<') return text < other ? 0 : 1
  if (operator === '>') return text > other ? 0 : 1
  if (!isIntegerTest(operator)) return fileTest(shell, operator, text, other) ? 0 : 1
  const a = evaluate(text, numbersOf(shell))
  const b = evaluate(other, numbersOf(shell))
  const wrong = typeof a !== 'bigint' ? a : typeof b !== 'bigint' ? b : undefined
  if (wrong) {
    await complain(shell, `[[: ${wrong.problem}`)
    return 1
  }
  return integerTest(operator, a as bigint, b as bigint) ? 0 : 1
}

async function regex(shell: Shell, text: string, word: WordNode): Promise<number> {
  const pieces = await expandPieces(shell, word)
  const source = pieces
    .map(piece => (piece.quoted ? piece.text.replace(/[\\^$.[\]|()*+?{}]/g, '\\$&') : piece.text))
    .join('')
  const compiled = compileExtended(source, shell.shopt.has('nocasematch'))
  if ('problem' in compiled) return 2
  await shell.session.meter.work(text.length * 4)
  const found = compiled.find(text, 0)
  const groups = shell.vars.claim('BASH_REMATCH')
  groups.value = undefined
  groups.array = new Map((found?.groups ?? []).map((group, index) => [index, group ?? '']))
  return found ? 0 : 1
}
