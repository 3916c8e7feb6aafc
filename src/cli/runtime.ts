import { resolve } from 'node:path';
import type { Language } from '../learner/language.ts';
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
