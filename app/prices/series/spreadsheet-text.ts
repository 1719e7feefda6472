/** What a spreadsheet takes for a formula when a table with this text is opened, wide forms and all, and what begins with a mark that hides one. */
export function runsInSpreadsheet(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]|^\p{Cc}/u.test(text);
}
