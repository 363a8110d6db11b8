import packageJson from "../../package.json" with { type: "json" }

const OUTPUT = /^(?:\.\/)?dist\/(.+)\.js$/

/** The sources of what the package shows: its exports and its command, each by the path that it has in the output. */
export function entries(): Record<string, string> {
  const files = [
    ...Object.values(packageJson.exports).map((entry) => (typeof entry === "string" ? entry : entry.default)),
    ...Object.values(packageJson.bin),
  ]
  const names = files.flatMap((file) => OUTPUT.exec(file)?.[1] ?? [])
  return Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]))
}
