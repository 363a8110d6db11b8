import { createRequire } from "node:module"

// Commander is CommonJS. Required it is there at once; imported it is read by Node's CommonJS lexer first, which is
// felt at every start.
const commander: typeof import("commander") = createRequire(import.meta.url)("commander")

export const { Command, CommanderError, InvalidArgumentError, Option } = commander
