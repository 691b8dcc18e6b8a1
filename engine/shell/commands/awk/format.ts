import { format } from '../../builtins/printf.ts'
import { numberOf, type Value } from './values.ts'

const conversion = /%[-+ #0]*(\*|\d+)?(?:\.(\*|\d*))?[hlLqjzt]*([diouxXeEfFgGaAcs%])/g

/** awk's `printf`: the first value is the format; escapes in it were read with the program. */
export function formatAwk(values: readonly Value[], text: (value: Value) => string): string {
  const [first, ...rest] = values
  let next = 0
  const take = () => rest[next++]
  return text(first).replace(
    conversion,
    (all, width: string | undefined, precision: string | undefined, letter: string) => {
      if (letter === '%') return '%'
      let spec = all
      if (width === '*') spec = spec.replace('*', String(Math.trunc(numberOf(take()))))
      if (precision === '*') spec = spec.replace('*', String(Math.trunc(numberOf(take()))))
      const value = take()
      if (letter === 's') return format(spec, [text(value)], 0).text
      if (letter === 'c') {
        const shown =
          typeof value === 'number'
            ? String.fromCodePoint(Math.max(0, Math.min(Math.trunc(value), 0x10ffff)))
            : text(value)
        return format(spec.replace('c', 's'), [[...shown][0] ?? ''], 0).text
      }
      const number = numberOf(value)
      if (/[eEfFgGaA]/.test(letter)) return format(spec, [String(number)], 0).text
      const whole = Number.isFinite(number) ? BigInt(Math.trunc(number)).toString() : '0'
      return format(spec, [whole], 0).text
    },
  )
}
