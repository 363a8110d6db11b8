import { Command, InvalidArgumentError } from "./commander.ts"
import { examples } from "./examples.ts"

/**
 * The name of a file for YAML.
 * @throws InvalidArgumentError
 */
function readYamlName(text: string): string {
  if (/\.ya?ml$/i.test(text)) return text
  throw new InvalidArgumentError("Use a name that ends in .yaml, since the seed is written with comments.")
}

/** `init`: exits with 1 if nothing was written. */
export function initCommand() {
  return new Command("appwrite-users-emulator init")
    .exitOverride()
    .description("Write a seed file with comments, for start --seed. A file that is there stays as it is.")
    .argument("[file]", "file to write", readYamlName, "seed.yaml")
    .addHelpText(
      "after",
      examples(
        ["init", "write seed.yaml"],
        ["--seed seed.yaml --watch", "and run with it; it is planted anew whenever you change it"],
      ),
    )
    .action(async (file: string) => {
      const { writeSeed } = await import("./write-seed.ts")
      await writeSeed(file)
    })
}
