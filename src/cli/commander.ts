import { createRequire } from "node:module"

// Commander is CommonJS. Required it is there at once; imported it is read by Node's CommonJS lexer first, which is
// felt at every start.
const commander: typeof import("commander") = createRequire(import.meta.url)("commander")

export const { CommanderError, InvalidArgumentError, Option } = commander

/** What Commander says of a wrong value, where the option calls it a secret. */
const WRONG_SECRET = /(<secret>' (?:argument|value) ').*?('(?: from env '\w+')? is invalid)/gs

/** A command that shows no wrong value of an option if that is a secret, as in `--key <secret>`. */
export class Command extends commander.Command {
  constructor(name?: string) {
    super(name)
    this.configureOutput({ outputError: (text, write) => write(text.replace(WRONG_SECRET, "$1***$2")) })
  }

  override createCommand(name?: string): Command {
    return new Command(name)
  }
}
