/**
 * Something that whoever runs the program can mend: a setting, a file, an argument, a database that is away.
 * Its message says what and how; a command shows it as it is, without a stack.
 */
export class ExpectedError extends Error {}
