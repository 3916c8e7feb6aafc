/** A line for whoever called the program. */
export function print(line: string): void {
  console.log(line);
}
