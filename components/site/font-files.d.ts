/** The bundler puts a font file among the static files and gives its address. */
declare module '*.woff2' {
  const href: string
  export default href
}
