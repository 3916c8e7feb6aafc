import { resolve } from 'node:path';
import type { Language } from '../learner/language.ts';
import { findInterpreter } from '../learner/python/interpreter/find-interpreter.ts';
import { python } from '../learner/python/language.ts';
import { createPythonRuntime } from '../learner/python/runtime.ts';
import type { Runtime } from '../learner/runtime.ts';
import { typescript } from '../learner/typescript/language.ts';
import { createTypeScriptRuntime } from '../learner/typescript/runtime.ts';
import type { Resources } from './resources.ts';

/** What the learners of a workspace write in. */
export const language: Language = typescript;

/** That language on this machine; without a workspace it finds only the packages that are provided. */
export function createRuntime({ driverPath, packages }: Resources, workspace?: string): Runtime {
  return createTypeScriptRuntime({
    driverPath,
    packages,
    ...(workspace === undefined ? {} : { workspace: resolve(workspace) }),
  });
}

/** Every language that code can be checked in, the one that is usual first. */
export const languages: readonly Language[] = [language, python];

export interface RuntimeOf {
  readonly language: Language;
  readonly resources: Resources;
  readonly workspace?: string;
  /** The interpreter to run it with, where a language needs one; it is looked for unless it is said. */
  readonly interpreter?: string | undefined;
}

/** Any of them on this machine. */
export async function createRuntimeOf({ language, resources, workspace, interpreter }: RuntimeOf): Promise<Runtime> {
  if (language.id !== python.id) return createRuntime(resources, workspace);
  const found = await findInterpreter({
    ...(workspace === undefined ? {} : { workspace: resolve(workspace) }),
    ...(interpreter === undefined ? {} : { chosen: { path: interpreter, from: '--python' } }),
  });
  return createPythonRuntime({ driverPath: resources.pythonDriverPath, interpreter: found });
}
