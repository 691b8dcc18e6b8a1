/** The bundler puts a font file among the static files and gives its address. */
declare module '*.woff2' {
  const href: string
  // biome-ignore lint/style/noDefaultExport: that is how the bundler hands it over
  export default href
}
