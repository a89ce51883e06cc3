import { type Setting, settingTable } from './settings.ts'

/** The page docs/settings.md, written from the table of settings. */
export function settingsPage(): string {
  return `${opening}\n${Object.values<Setting>(settingTable).map(section).join('\n')}`
}

const opening = `# Settings

Wederhoor needs none of them: \`npm start\` works without. Each is a variable of the environment, or a line \`NAME=value\` in a
file \`.env\` in the folder in which Wederhoor is started; where both say something, the environment wins. A wrong value is refused
at the start, with the name and an example. This page is written from the program: \`node src/base/write-settings-page.ts\`.
`

function section({ name, meaning, default: otherwise, example }: Setting): string {
  const fallback = otherwise === undefined ? 'not set' : otherwise === '' ? 'empty' : `\`${otherwise}\``
  return `## ${name}\n\n${meaning}\n\nDefault: ${fallback} · Example: \`${name}=${example}\`\n`
}
