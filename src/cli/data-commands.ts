import type { Command } from "commander"

/** A command that is loaded when it is called. */
interface LateCommand {
  readonly name: string
  readonly description: string
  load(): Promise<Command>
}

const COMMANDS: readonly LateCommand[] = [
  {
    name: "export",
    description: "Write all that a running emulator holds to a file.",
    load: async () => (await import("./export.ts")).exportCommand(),
  },
  {
    name: "import",
    description: "Make a running emulator hold what was exported.",
    load: async () => (await import("./export.ts")).importCommand(),
  },
  {
    name: "pull",
    description: "Bring the users of a real project, as a seed.",
    load: async () => (await import("./pull.ts")).pullCommand(),
  },
  {
    name: "push",
    description: "Create the users of a seed in a real project.",
    load: async () => (await import("./push.ts")).pushCommand(),
  },
]

/** Adds the commands that bring data in and out. */
export function addDataCommands(program: Command): void {
  for (const { name, description, load } of COMMANDS) {
    program
      .command(name)
      .description(description)
      .argument("[words...]")
      .helpOption(false)
      .allowUnknownOption()
      .action(async (words: string[]) => {
        const command = await load()
        await command.parseAsync(words, { from: "user" })
      })
  }
}
