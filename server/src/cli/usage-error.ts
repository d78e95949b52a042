/** A mistake of whoever typed the command, or a path that cannot be used: a line or more on stderr and exit code 2. */
export class UsageError extends Error {}
