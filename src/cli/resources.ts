import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the command line needs beside its own code. */
export interface Resources {
  readonly exercisesFolder: string;
  readonly driverPath: string;
}

/** Built, everything lies beside this file; from the sources, each thing lies where it is written. */
export function findResources(here: string = import.meta.dirname): Resources {
  const built = join(here, 'exercises');
  if (existsSync(built)) return { exercisesFolder: built, driverPath: join(here, 'driver.js') };
  return { exercisesFolder: join(here, '../../exercises'), driverPath: join(here, '../learner/driver.ts') };
}
