import { join } from 'node:path';
import type { CouldNotRun } from '../learner-code.ts';
import type { PlayRequest } from '../runtime.ts';
import { serveModules } from './driver/modules.ts';
import { typescript } from './language.ts';
import { createPackages } from './packages/packages.ts';
import { ProgramBuilder } from './program-builder.ts';
import { addressOf } from './resolve.ts';

/**
 * Runs a learner's program in this very process, with its keyboard and its screen: for playing,
 * not for judging. Undefined when it came to its end.
 */
export async function runHere(
  request: PlayRequest,
  packages: Readonly<Record<string, string>>,
): Promise<CouldNotRun | undefined> {
  const { workspace, files, entry = typescript.terminalProgram, args } = request;
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
