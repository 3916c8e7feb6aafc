import { join } from 'node:path';
import { serveModules } from './driver/modules.ts';
import type { CouldNotRun, SourceFiles } from './learner-code.ts';
import { createPackages } from './packages.ts';
import { ProgramBuilder } from './program.ts';
import { addressOf } from './resolve.ts';

export interface RunHereRequest {
  /** The learner's folder, whose own packages come first. */
  readonly workspace: string;
  readonly files: SourceFiles;
  /** The file to run, relative to the workspace with forward slashes: `src/cli.ts`. */
  readonly entry: string;
  /** What the program finds behind its own name in `process.argv`. */
  readonly args: readonly string[];
  /** Packages lent to a learner who has none: name → file or folder. */
  readonly packages: Readonly<Record<string, string>>;
}

/**
 * Runs a learner's program in this very process, with its keyboard and its screen: for playing,
 * not for judging. Undefined when it came to its end.
 */
export async function runHere({
  workspace,
  files,
  entry,
  args,
  packages,
}: RunHereRequest): Promise<CouldNotRun | undefined> {
  if (!files.has(entry)) return { kind: 'missingFile', file: entry };
  const program = new ProgramBuilder(files, createPackages({ workspace, packages })).build([entry]);
  if (program.kind === 'couldNotRun') return program.problem;
  const table = serveModules();
  if (table === undefined) {
    return { kind: 'noChild', message: 'This runtime has no module.registerHooks; it takes Node 22.15 or later.' };
  }
  for (const module of program.modules.values()) table.add(module);
  process.argv.splice(1, process.argv.length, join(workspace, entry), ...args);
  await import(addressOf(entry));
  return undefined;
}
