/** The file of a module of the learner's, below their workspace. */
export function sourceFile(module: string): string {
  return `src/${module}.ts`;
}
