import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProvidedPackages } from '../learner/typescript/packages/provided-packages.ts';

/** What the command line needs beside its own code. */
export interface Resources {
  readonly exercisesFolder: string;
  readonly driverPath: string;
  readonly pythonDriverPath: string;
  /** What the learner's code may import without having it: name → folder. */
  readonly packages: Readonly<Record<string, string>>;
}

/** Built, everything lies beside this file; from the sources, each thing lies where it is written. */
export function findResources(here: string = import.meta.dirname): Resources {
  const built = join(here, 'exercises');
  const packages = findProvidedPackages(here);
  if (existsSync(built)) {
    const pythonDriverPath = join(here, 'python-driver/main.py');
    return { exercisesFolder: built, driverPath: join(here, 'driver.js'), pythonDriverPath, packages };
  }
  return {
    exercisesFolder: join(here, '../../exercises'),
    driverPath: join(here, '../learner/typescript/driver/main.ts'),
    pythonDriverPath: join(here, '../learner/python/driver/main.py'),
    packages,
  };
}
