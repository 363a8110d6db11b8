import type { Command } from "commander"
import { examples } from "./examples.ts"

/**
 * Adds `help [command]`, which shows also the help of commands that are loaded when they are called.
 * @param anew makes a command line that has read nothing yet.
 */
export function addHelpCommand(program: Command, anew: () => Command): void {
  program
    .command("help")
    .description("Show all about one command.")
    .argument("[command...]")
    .addHelpText(
      "after",
      examples(
        ["help users", "what users can do"],
        ["help contract replay", "what a command of contract can do"],
      ),
    )
    .action(async (words: string[]) => {
      await anew().parseAsync([...words, "--help"], { from: "user" })
    })
}
