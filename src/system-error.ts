/** The code of an error of the system; `undefined` for others. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "the system does not allow it",
  EPERM: "the system does not allow it",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EFBIG: "the system allows no file as large as that",
  EDQUOT: "the disk quota is used up",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  EMFILE: "too many files are open",
}

/** Why the system refused something, in words. */
export function reasonOf(error: unknown): string {
  const reason = REASONS[codeOf(error) ?? ""]
  return reason ?? (error instanceof Error ? error.message : String(error))
}
