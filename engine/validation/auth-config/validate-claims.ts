import { duplicate, type FieldError, invalid, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { RawAuthenticator, RawMappings } from './authentication-type.ts'
import { type Judgement, together } from './decision.ts'
import { type Compiled, compileClaims, compileUser, type Expression } from './expression/compile.ts'
import { extraKeyErrors } from './extra-key.ts'

const both = "claim and expression can't both be set"
const email =
  'claims.email_verified must be used in claimMappings.username.expression or claimMappings.extra[*].valueExpression or claimValidationRules[*].expression when claims.email is used in claimMappings.username.expression'

/** What the server says of the rules about a token's claims, and of what it makes of them. */
export function validateClaims(authenticator: RawAuthenticator, here: FieldPath): Judgement {
  const { claimValidationRules: rules, claimMappings: mappings, userValidationRules: users } = authenticator
  const compiling: Compiling = { expressions: [] }
  const checked = validateRules(rules, child(here, 'claimValidationRules'), compiling)
  const rulesSay = [...compiling.expressions]
  const mapped = validateMappings(mappings, child(here, 'claimMappings'), rulesSay)
  return together(checked, mapped, validateUsers(users, child(here, 'userValidationRules')))
}

/** What has been compiled so far. */
interface Compiling {
  readonly expressions: Expression[]
}

function judged(compiled: Compiled, expression: string, here: FieldPath, { expressions }: Compiling): Judgement {
  if ('undecided' in compiled) return { errors: [], unknown: compiled.undecided }
  if ('error' in compiled) return { errors: [invalid(here, expression, compiled.error)] }
  expressions.push(compiled)
  return { errors: [] }
}

function validateRules(
  rules: RawAuthenticator['claimValidationRules'],
  here: FieldPath,
  compiling: Compiling,
): Judgement {
  const [claims, expressions] = [new Set<string>(), new Set<string>()]
  return together(
    ...rules.map(({ claim, requiredValue, expression, message }, index): Judgement => {
      const rule = child(here, index)
      if (claim !== '' && expression !== '') return { errors: [invalid(rule, claim, both)] }
      if (claim === '' && expression === '') return { errors: [required(rule, 'claim or expression is required')] }
      const errors: FieldError[] = []
      const [value, seen] = claim !== '' ? [claim, claims] : [expression, expressions]
      if (claim !== '' && message !== '')
        errors.push(invalid(child(rule, 'message'), message, 'may not be specified when claim is set'))
      if (claim === '' && requiredValue !== '')
        errors.push(invalid(child(rule, 'requiredValue'), requiredValue, 'may not be specified when expression is set'))
      const field = child(rule, claim !== '' ? 'claim' : 'expression')
      const isThere = seen.has(value)
      seen.add(value)
      if (isThere) return { errors: [...errors, duplicate(field, value)] }
      if (claim !== '') return { errors }
      return together({ errors }, judged(compileClaims(expression, 'bool'), expression, field, compiling))
    }),
  )
}

function validateMappings(
  { username, groups, uid, extra }: RawMappings,
  here: FieldPath,
  rules: readonly Expression[],
): Judgement {
  const [own, ofGroups, ofExtra]: readonly [Compiling, Compiling, Compiling] = [
    { expressions: [] },
    { expressions: [] },
    { expressions: [] },
  ]
  const name = validateMapping(username, child(here, 'username'), true, own)
  const parts = [
    name,
    validateMapping(groups, child(here, 'groups'), false, ofGroups),
    validateUid(uid, child(here, 'uid')),
    validateExtra(extra, child(here, 'extra'), ofExtra),
  ]
  const result = together(...parts)
  const uses = (expressions: readonly Expression[], claim: string) => expressions.some(it => it.claims.has(claim))
  const verifies = uses([...rules, ...own.expressions, ...ofExtra.expressions], 'email_verified')
  // An expression that is refused for something else beside it is not looked at.
  if (name.errors.length > 0 || !uses(own.expressions, 'email') || verifies) return result
  // One that is not known might be the one that looks at it.
  if (result.unknown !== undefined) return result
  return together(result, { errors: [invalid(child(here, 'username', 'expression'), username.expression, email)] })
}

function validateMapping(
  { claim, prefix, expression }: RawMappings['username'],
  here: FieldPath,
  isRequired: boolean,
  compiling: Compiling,
): Judgement {
  if (claim !== '' && expression !== '') return { errors: [invalid(here, '', both)] }
  if (expression !== '')
    return together(
      {
        errors:
          prefix === undefined
            ? []
            : [invalid(child(here, 'prefix'), prefix, 'may not be specified when expression is set')],
      },
      judged(compileClaims(expression), expression, child(here, 'expression'), compiling),
    )
  if (claim === '') return { errors: isRequired ? [required(here, 'claim or expression is required')] : [] }
  const why = 'prefix is required when claim is set. It can be set to an empty string to disable prefixing'
  return { errors: prefix === undefined ? [required(child(here, 'prefix'), why)] : [] }
}

function validateUid({ claim, expression }: RawMappings['uid'], here: FieldPath): Judgement {
  if (expression === '') return { errors: [] }
  if (claim !== '') return { errors: [invalid(here, '', both)] }
  return judged(compileClaims(expression), expression, child(here, 'expression'), { expressions: [] })
}

function validateExtra(extra: RawMappings['extra'], here: FieldPath, compiling: Compiling): Judgement {
  const seen = new Set<string>()
  return together(
    ...extra.map(({ key, valueExpression: value }, index): Judgement => {
      const [keyField, field] = [child(here, index, 'key'), child(here, index, 'valueExpression')]
      const errors = extraKeyErrors(key, keyField)
      if (seen.has(key)) return { errors: [...errors, duplicate(keyField, key)] }
      seen.add(key)
      if (value === '') return { errors: [...errors, required(field)] }
      return together({ errors }, judged(compileClaims(value), value, field, compiling))
    }),
  )
}

function validateUsers(rules: RawAuthenticator['userValidationRules'], here: FieldPath): Judgement {
  const seen = new Set<string>()
  return together(
    ...rules.map(({ expression }, index): Judgement => {
      const field = child(here, index, 'expression')
      if (expression === '') return { errors: [required(field)] }
      if (seen.has(expression)) return { errors: [duplicate(field, expression)] }
      seen.add(expression)
      return judged(compileUser(expression), expression, field, { expressions: [] })
    }),
  )
}
