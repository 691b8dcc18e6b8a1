import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/register.all'
import 'monaco-editor/languages/definitions/yaml/register'
import 'monaco-editor/languages/definitions/shell/register'
import 'monaco-editor/languages/definitions/ini/register'
import { editorThemes } from '../theme.ts'
import { json, jsonBrackets } from './json.ts'

// A worker of our own file, so that it is bundled and comes from this origin.
globalThis.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module' }),
}

for (const [name, theme] of Object.entries(editorThemes)) {
  monaco.editor.defineTheme(name, theme as monaco.editor.IStandaloneThemeData)
}

monaco.languages.register({ id: 'json', extensions: ['.json'] })
monaco.languages.setMonarchTokensProvider('json', json)
monaco.languages.setLanguageConfiguration('json', jsonBrackets)

export { monaco }
