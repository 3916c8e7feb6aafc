import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import type { Driver, PlayRequest, Runtime } from '../runtime.ts';
import type { SourceFiles } from '../source-files.ts';
import { typescript } from './language.ts';
import { createPackages } from './packages/packages.ts';
import { TypeScriptProgram } from './program.ts';
import { runHere } from './run-here.ts';
import { asNode, startArguments } from './start-arguments.ts';
import { findTests } from './tests/find-tests.ts';
import { runTestFile } from './tests/run-test-file.ts';

export interface TypeScriptOptions {
  /** The driver's file. */
  readonly driverPath: string;
  /** That of the driver for the learner's own tests. Default: `test-driver.js` beside the driver. */
  readonly testDriverPath?: string;
  /** The executable to run the learner's code with, taken as a Node. Default: the one this code runs in. */
  readonly execPath?: string;
  /** The learner's folder; packages in its own `node_modules` come first. */
  readonly workspace?: string;
  /** Packages provided to a learner who has none: name → file or folder. */
  readonly packages?: Readonly<Record<string, string>>;
  /** More files and folders that the learner's code or its packages must be able to read. */
  readonly readable?: readonly string[];
  /** `false` leaves the runtime's permission model out, as on a runtime that has none. */
  readonly guarded?: boolean;
}

export function createTypeScriptRuntime(options: TypeScriptOptions): Runtime {
  const { driverPath, execPath = process.execPath, workspace, packages = {} } = options;
  const testDriverPath = options.testDriverPath ?? join(dirname(driverPath), 'test-driver.js');
  const driver = createDriver(options);
  const known = createPackages({ packages, ...(workspace === undefined ? {} : { workspace }) });
  return {
    language: typescript,
    driver,
    tests: {
      find: findTests,
      run: (run) => runTestFile(run, { execPath, driverPath: testDriverPath, packages, driver }),
    },
    program: (files: SourceFiles) => new TypeScriptProgram(files, known),
    play: (request: PlayRequest) => runHere(request, packages),
  };
}

function createDriver(options: TypeScriptOptions): Driver {
  const { driverPath, execPath = process.execPath, workspace, packages = {}, readable = [], guarded = true } = options;
  const provided = Object.values(packages).map(withItsDependencies);
  const own = workspace === undefined ? [] : [workspace];
  return {
    canBeGuarded: guarded,
    start: (start) => ({
      executable: execPath,
      args: startArguments({ driverPath, readable: [...readable, ...provided, ...own] }, start),
      folder: tmpdir(),
      environment: asNode,
      guarded: start.guarded,
    }),
    ranOutOfMemory: (errors) => /heap out of memory|Reached heap limit|OOM/.test(errors),
    lacking: (what) => `This runtime has no ${what}; Node 22.15 or VS Code 1.106 has it.`,
  };
}

/** A package finds its own dependencies in the `node_modules` it is in. */
function withItsDependencies(path: string): string {
  const folder = `${sep}node_modules${sep}`;
  const at = path.lastIndexOf(folder);
  return at < 0 ? dirname(path) : path.slice(0, at + folder.length - 1);
}
