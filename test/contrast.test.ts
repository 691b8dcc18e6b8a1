import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

/** Foreground → least contrast by WCAG 2.2 → the grounds it stands on. A new pair is added here before it is used. */
const pairs: readonly (readonly [string, number, string])[] = [
  ['text', 4.5, 'bg surface sunken hover accent-soft lamp-soft pass-soft miss-soft warn-soft info-soft'],
  ['text-2', 4.5, 'bg surface sunken accent-soft hover warn-soft'],
  ['text-3', 4.5, 'bg surface sunken lamp-soft accent-soft hover'],
  ['accent-text', 4.5, 'bg surface accent-soft'],
  ['on-accent', 4.5, 'accent accent-hover'],
  ['on-quay', 4.5, 'quay'],
  ['pass', 4.5, 'surface bg pass-soft sunken'],
  ['miss', 4.5, 'surface bg miss-soft sunken'],
  ['warn', 4.5, 'surface bg warn-soft sunken'],
  ['info', 4.5, 'surface bg info-soft sunken'],
  ['lamp', 4.5, 'surface bg lamp-soft sunken'],
  ['syn-key', 4.5, 'surface pass-soft miss-soft lamp-soft'],
  ['syn-str', 4.5, 'surface pass-soft miss-soft lamp-soft'],
  ['syn-num', 4.5, 'surface lamp-soft pass-soft miss-soft'],
  ['syn-kw', 4.5, 'surface lamp-soft'],
  ['syn-com', 4.5, 'surface sunken'],
  ['syn-pun', 4.5, 'surface pass-soft miss-soft lamp-soft'],
  ['term-text', 4.5, 'term-bg'],
  ['term-dim', 4.5, 'term-bg term-bar'],
  ['term-green', 4.5, 'term-bg'],
  ['term-cyan', 4.5, 'term-bg'],
  ['term-yellow', 4.5, 'term-bg'],
  ['term-red', 4.5, 'term-bg'],
  ['term-blue', 4.5, 'term-bg'],
  ['term-magenta', 4.5, 'term-bg'],
  ['line-strong', 3, 'surface sunken accent-soft bg'],
  ['focus', 3, 'bg surface sunken accent-soft term-bg'],
  ['wall', 3, 'bg'],
  ['accent', 3, 'surface bg'],
]

const css = readFileSync(path.resolve(import.meta.dirname, '../app/styles/tokens.css'), 'utf8')

/** The colours that a block of tokens.css sets, by name: lightness 0 to 1, chroma, hue in degrees. */
function coloursAfter(selector: string): ReadonlyMap<string, readonly [number, number, number]> {
  const from = css.indexOf(selector)
  expect(from, selector).toBeGreaterThan(-1)
  const block = css.slice(from, css.indexOf('}', from))
  const found = block.matchAll(/--([\w-]+):\s*oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g)
  return new Map([...found].map(([, name = '', l, c, h]) => [name, [Number(l) / 100, Number(c), Number(h)]]))
}

/** Relative luminance by WCAG, of an OKLCH colour cut to sRGB. Matrices: CSS Color 4. */
function luminance([l, chroma, hue]: readonly [number, number, number]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const cut = (value: number) => Math.min(1, Math.max(0, value))
  const red = cut(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short)
  const green = cut(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short)
  const blue = cut(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

const themes = { light: coloursAfter('[data-theme="light"] {'), dark: coloursAfter('[data-theme="dark"] {') }

describe.each(['light', 'dark'] as const)('contrast in the %s theme', theme => {
  const luminanceOf = (name: string) => {
    const colour = themes[theme].get(name)
    if (!colour) throw new Error(`tokens.css sets no --${name} in the ${theme} theme`)
    return luminance(colour)
  }
  const all = pairs.flatMap(([front, least, grounds]) => grounds.split(' ').map(ground => ({ front, ground, least })))
  test.each(all)('$front on $ground is at least $least', ({ front, ground, least }) => {
    expect(contrast(luminanceOf(front), luminanceOf(ground))).toBeGreaterThanOrEqual(least)
  })
})

test('the measure itself: black on white is 21, a known grey is known', () => {
  expect(contrast(luminance([0, 0, 0]), luminance([1, 0, 0]))).toBeCloseTo(21, 1)
  expect(contrast(luminance([0.5999, 0, 0]), luminance([1, 0, 0]))).toBeCloseTo(3.95, 1)
})

test('the dark theme is the same, chosen or by the system', () => {
  expect(coloursAfter(':root:not([data-theme]) {')).toEqual(themes.dark)
})
