import type { Command } from "commander"

/**
 * Adds `help [command]`, which shows also the help of commands that are loaded when they are called.
 * @param anew makes a command line that has read nothing yet.
 */
export function addHelpCommand(program: Command, anew: () => Command): void {
  program
    .command("help")
    .description("Show all about one command.")
    .argument("[command...]")
    .action(async (words: string[]) => {
      await anew().parseAsync([...words, "--help"], { from: "user" })
    })
}
