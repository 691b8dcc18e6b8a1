import type {
  AssignmentNode,
  CommandNode,
  CompoundCommandNode,
  ConditionNode,
  FunctionDefNode,
  ParameterOperation,
  PipelineNode,
  RedirectionNode,
  ScriptNode,
  StatementNode,
  WordNode,
  WordPart,
} from './ast.ts'

/** Here-documents whose bodies follow the line that is being printed. */
interface Waiting {
  bodies: string
}

/** A function as `declare -f` prints it; reading it again makes the same function. */
export function printFunction(definition: FunctionDefNode): string {
  const tail = redirections(definition.redirections, { bodies: '' })
  const { body } = definition
  const inner = body.type === 'Group' ? body : undefined
  const lines = inner ? block(inner.body, 1) : block([wrapped(body)], 1)
  const waiting: Waiting = { bodies: '' }
  const end = inner ? redirections(inner.redirections, waiting) : ''
  return `${definition.name} () \n{ \n${lines}}${end}${tail}${waiting.bodies}`
}

function wrapped(command: CommandNode): StatementNode {
  return {
    type: 'Statement',
    operators: [],
    background: false,
    pipelines: [{ type: 'Pipeline', commands: [command], negated: false }],
  }
}

/** Statements one a line; `closed` says whether the last ends in `;` too, as before `done` and `fi`. */
function block(statements: readonly StatementNode[], depth: number, closed = false): string {
  const indent = '    '.repeat(depth)
  return statements
    .map((statement, index) => {
      const waiting: Waiting = { bodies: '' }
      const text = printStatement(statement, depth, waiting)
      const last = index === statements.length - 1
      const separator = statement.background ? ' &' : waiting.bodies !== '' || (last && !closed) ? '' : ';'
      return `${indent}${text}${separator}\n${waiting.bodies}`
    })
    .join('')
}

function printStatement(statement: StatementNode, depth: number, waiting: Waiting): string {
  return statement.pipelines
    .map((pipeline, index) => {
      const operator = statement.operators[index - 1]
      return `${operator === undefined ? '' : operator === ';' ? '; ' : ` ${operator} `}${printPipeline(pipeline, depth, waiting)}`
    })
    .join('')
}

function printPipeline(pipeline: PipelineNode, depth: number, waiting: Waiting): string {
  const commands = pipeline.commands.map((command, index) => {
    const both = pipeline.pipeStderr?.[index]
    return `${printCommand(command, depth, waiting)}${index === pipeline.commands.length - 1 ? '' : both ? ' |& ' : ' | '}`
  })
  return `${pipeline.timed ? 'time ' : ''}${pipeline.negated ? '! ' : ''}${commands.join('')}`
}

function printCommand(command: CommandNode, depth: number, waiting: Waiting): string {
  if (command.type === 'FunctionDef') return printFunction(command)
  if (command.type === 'SimpleCommand') {
    const words = [
      ...command.assignments.map(printAssignment),
      ...(command.name ? [printWord(command.name)] : []),
      ...command.args.map(word => printWord(word)),
    ].join(' ')
    return `${words}${redirections(command.redirections, waiting)}`.trimStart()
  }
  return `${printCompound(command, depth, waiting)}${redirections(command.redirections, waiting)}`
}

function printCompound(command: CompoundCommandNode, depth: number, waiting: Waiting): string {
  const indent = '    '.repeat(depth)
  const inner = (statements: readonly StatementNode[]) => block(statements, depth + 1)
  const inline = (statements: readonly StatementNode[]) =>
    statements
      .map(statement => printStatement(statement, depth, waiting) + (statement.background ? ' &' : ''))
      .join('; ')
  const closed = (statements: readonly StatementNode[]) => block(statements, depth + 1, true)
  switch (command.type) {
    case 'Group':
      return `{ \n${inner(command.body)}${indent}}`
    case 'Subshell':
      return `( ${inline(command.body)} )`
    case 'If': {
      const clauses = command.clauses.map((clause, index) => {
        const word = index === 0 ? 'if' : 'elif'
        return `${index === 0 ? '' : indent}${word} ${inline(clause.condition)}; then\n${closed(clause.body)}`
      })
      const otherwise = command.elseBody ? `${indent}else\n${closed(command.elseBody)}` : ''
      return `${clauses.join('')}${otherwise}${indent}fi`
    }
    case 'While':
    case 'Until':
      return `${command.type.toLowerCase()} ${inline(command.condition)}; do\n${closed(command.body)}${indent}done`
    case 'For': {
      const words = command.words === null ? '' : ` in ${command.words.map(word => printWord(word)).join(' ')}`
      return `for ${command.variable}${words};\n${indent}do\n${closed(command.body)}${indent}done`
    }
    case 'CStyleFor': {
      const parts = [command.init, command.condition, command.update].map(part => part?.originalText ?? '')
      return `for ((${parts.join('; ')}))\n${indent}do\n${closed(command.body)}${indent}done`
    }
    case 'Case': {
      const items = command.items.map(item => {
        const patterns = item.patterns.map(word => printWord(word)).join(' | ')
        return `${indent}    ${patterns})\n${block(item.body, depth + 2)}${indent}    ${item.terminator}\n`
      })
      return `case ${printWord(command.word)} in \n${items.join('')}${indent}esac`
    }
    case 'ArithmeticCommand':
      return `((${command.expression.originalText ?? ''}))`
    case 'ConditionalCommand':
      return `[[ ${printCondition(command.expression)} ]]`
  }
}

function printCondition(node: ConditionNode): string {
  switch (node.type) {
    case 'CondNot':
      return `! ${printCondition(node.operand)}`
    case 'CondAnd':
      return `${printCondition(node.left)} && ${printCondition(node.right)}`
    case 'CondOr':
      return `${printCondition(node.left)} || ${printCondition(node.right)}`
    case 'CondGroup':
      return `( ${printCondition(node.expression)} )`
    case 'CondWord':
      return printWord(node.word)
    case 'CondUnary':
      return `${node.operator} ${printWord(node.operand)}`
    case 'CondBinary':
      return `${printWord(node.left)} ${node.operator} ${printWord(node.right, node.operator === '=~')}`
  }
}

function redirections(list: readonly RedirectionNode[], waiting: Waiting): string {
  return list
    .map(({ fd, fdVariable, operator, target }) => {
      const left = fdVariable === undefined ? (fd ?? '') : `{${fdVariable}}`
      if (target.type === 'HereDoc') {
        const delimiter = target.quoted ? `'${target.delimiter}'` : target.delimiter
        const body = target.quoted ? rawText(target.content) : hereText(target.content)
        waiting.bodies += `${body}${body === '' || body.endsWith('\n') ? '' : '\n'}${target.delimiter}\n`
        return ` ${left}${operator}${delimiter}`
      }
      const tight = operator === '>&' || operator === '<&'
      return ` ${left}${operator}${tight ? '' : ' '}${printWord(target)}`
    })
    .join('')
}

function rawText(word: WordNode): string {
  return word.parts.map(part => ('value' in part ? part.value : '')).join('')
}

function hereText(word: WordNode): string {
  return word.parts
    .map(part =>
      part.type === 'Literal' || part.type === 'Escaped'
        ? part.value.replace(/[\\$`]/g, '\\$&')
        : printParts([part], true, false),
    )
    .join('')
}

function printAssignment({ name, value, append, array }: AssignmentNode): string {
  const sign = append ? '+=' : '='
  if (array) return `${name}${sign}(${array.map(word => printWord(word)).join(' ')})`
  return `${name}${sign}${value ? printWord(value) : ''}`
}

export function printWord(word: WordNode, regex = false): string {
  return printParts(word.parts, false, regex)
}

function printParts(parts: readonly WordPart[], quoted: boolean, regex: boolean): string {
  return parts
    .map((part, index) => {
      if (regex && part.type === 'Literal') return part.value
      const next = parts[index + 1]
      const joined = next?.type === 'Literal' && /^[\w[]/.test(next.value)
      if (
        part.type === 'ParameterExpansion' &&
        part.operation === null &&
        !joined &&
        /^(\w+|[@*#?$!-])$/.test(part.parameter) &&
        !/^\d\d/.test(part.parameter)
      )
        return `$${part.parameter}`
      return printPart(part, quoted)
    })
    .join('')
}

function printPart(part: WordPart, quoted: boolean): string {
  switch (part.type) {
    case 'Literal':
      return quoted ? part.value.replace(/[\\"$`]/g, '\\$&') : printLiteral(part.value)
    case 'SingleQuoted':
      return `'${part.value}'`
    case 'DoubleQuoted':
      return `"${printParts(part.parts, true, false)}"`
    case 'Escaped':
      return quoted && !/[\\"$`\n]/.test(part.value) ? part.value : `\\${part.value}`
    case 'ParameterExpansion':
      return printParameter(part.parameter, part.operation)
    case 'CommandSubstitution':
      return part.legacy ? `\`${printScript(part.body).replace(/[\\`]/g, '\\$&')}\`` : `$(${printScript(part.body)})`
    case 'ArithmeticExpansion':
      return `$((${part.expression.originalText ?? ''}))`
    case 'ProcessSubstitution':
      return `${part.direction === 'input' ? '<' : '>'}(${printScript(part.body)})`
    case 'BraceExpansion': {
      const items = part.items.map(item =>
        item.type === 'Word'
          ? printWord(item.word)
          : `${item.startStr ?? item.start}..${item.endStr ?? item.end}${item.step === undefined ? '' : `..${item.step}`}`,
      )
      return `{${items.join(',')}}`
    }
    case 'TildeExpansion':
      return `~${part.user ?? ''}`
    case 'Glob':
      return part.pattern
  }
}

function printLiteral(text: string): string {
  if (/(?!\t)\p{Cc}/u.test(text))
    return `$'${text.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\x1b', '\\E').replaceAll('\r', '\\r')}'`
  return text.replace(/[\s"'\\$`&|;<>()*?[\]]/g, (char, at: number) =>
    /[[\]]/.test(char) && at > 0 && /^[A-Za-z_]\w*\[/.test(text) ? char : /[[\]]/.test(char) ? char : `\\${char}`,
  )
}

/** Commands on one line where they fit, for `$( )`. */
function printScript(script: ScriptNode): string {
  const parts = script.statements.map(statement => {
    const waiting: Waiting = { bodies: '' }
    const text = printStatement(statement, 0, waiting)
    return { text: text + (statement.background ? ' &' : ''), bodies: waiting.bodies }
  })
  return parts
    .map(({ text, bodies }, index) => {
      const last = index === parts.length - 1
      return bodies === '' ? `${text}${last ? '' : '; '}` : `${text}\n${bodies}`
    })
    .join('')
}

function printParameter(parameter: string, operation: ParameterOperation | null): string {
  if (operation === null) return `\${${parameter}}`
  switch (operation.type) {
    case 'DefaultValue':
      return `\${${parameter}${operation.checkEmpty ? ':' : ''}-${printWord(operation.word)}}`
    case 'AssignDefault':
      return `\${${parameter}${operation.checkEmpty ? ':' : ''}=${printWord(operation.word)}}`
    case 'ErrorIfUnset':
      return `\${${parameter}${operation.checkEmpty ? ':' : ''}?${operation.word ? printWord(operation.word) : ''}}`
    case 'UseAlternative':
      return `\${${parameter}${operation.checkEmpty ? ':' : ''}+${printWord(operation.word)}}`
    case 'Length':
      return `\${#${parameter}}`
    case 'Substring':
      return `\${${parameter}:${operation.offset.originalText ?? ''}${operation.length ? `:${operation.length.originalText ?? ''}` : ''}}`
    case 'PatternRemoval': {
      const sign = operation.side === 'prefix' ? '#' : '%'
      return `\${${parameter}${operation.greedy ? sign + sign : sign}${printWord(operation.pattern)}}`
    }
    case 'PatternReplacement': {
      const sign = operation.all ? '//' : operation.anchor === 'start' ? '/#' : operation.anchor === 'end' ? '/%' : '/'
      return `\${${parameter}${sign}${printWord(operation.pattern)}${operation.replacement ? `/${printWord(operation.replacement)}` : ''}}`
    }
    case 'CaseModification': {
      const sign = operation.direction === 'upper' ? '^' : ','
      return `\${${parameter}${operation.all ? sign + sign : sign}${operation.pattern ? printWord(operation.pattern) : ''}}`
    }
    case 'Transform':
      return `\${${parameter}@${operation.operator}}`
    case 'Indirection':
      return `\${!${operation.innerOp ? printParameter(parameter, operation.innerOp).slice(2, -1) : parameter}}`
    case 'ArrayKeys':
      return `\${!${operation.array}[${operation.star ? '*' : '@'}]}`
    case 'VarNamePrefix':
      return `\${!${operation.prefix}${operation.star ? '*' : '@'}}`
    case 'BadSubstitution':
      return operation.text.startsWith('${') ? operation.text : `\${${operation.text}}`
    case 'LengthSliceError':
      return `\${#${parameter}:}`
  }
}
