import { readdirSync, readFileSync } from "node:fs"

const ROOT = new URL("../../", import.meta.url)

/** What a user reads, by the path from the project's folder: README.md, and what it has outsourced. */
export const DOCUMENTS: readonly { readonly path: string; readonly text: string }[] = [
  "README.md",
  ...readdirSync(new URL("docs", ROOT)).map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(new URL(path, ROOT), "utf8") }))
