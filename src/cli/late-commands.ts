import type { Command } from "commander"

/** A command that is loaded when it is called, with its options and their help. */
export interface LateCommand {
  readonly name: string
  readonly description: string
  readonly load: () => Promise<Command>
}

export const LATE_COMMANDS: readonly LateCommand[] = [
  {
    name: "init",
    description: "Write a seed file to begin with.",
    load: async () => (await import("./init.ts")).initCommand(),
  },
  {
    name: "status",
    description: "Show whether an emulator runs, its time, projects and keys.",
    load: async () => (await import("./status.ts")).statusCommand(),
  },
  {
    name: "users",
    description: "Show the users of a running emulator.",
    load: async () => (await import("./users.ts")).usersCommand(),
  },
  {
    name: "outbox",
    description: "Show the codes and links that it would have sent.",
    load: async () => (await import("./outbox.ts")).outboxCommand(),
  },
  {
    name: "log",
    description: "Show what was asked of a running emulator.",
    load: async () => (await import("./log.ts")).logCommand(),
  },
  {
    name: "reset",
    description: "Take a running emulator back to its start.",
    load: async () => (await import("./reset.ts")).resetCommand(),
  },
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
  {
    name: "contract",
    description: "Compare the emulator with a real server.",
    load: async () => (await import("./contract.ts")).contractCommand(),
  },
]

/** Adds the commands besides `start`. None of them is loaded before it is called, so that `start` is quick. */
export function addLateCommands(program: Command): void {
  for (const { name, description, load } of LATE_COMMANDS) {
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
