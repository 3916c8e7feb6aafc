import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { inRoot } from '../../../src/dev/root.ts';
import { candidates } from '../../../src/learner/python/interpreter/candidates.ts';
import type { Interpreter } from '../../../src/learner/python/interpreter/interpreter.ts';
import { probe } from '../../../src/learner/python/interpreter/probe.ts';
import { clientPackage } from '../../../src/learner/python/wire.ts';

export const pythonDriverPath = inRoot('src/learner/python/driver/main.py');

const versions = ['3.11', '3.12', '3.13'];

/** Each of the versions that this machine has, found once; GROUND_UP_PYTHON names one to be tried alone. */
export const interpreters: readonly Interpreter[] = await allInterpreters();

async function allInterpreters(): Promise<readonly Interpreter[]> {
  const { GROUND_UP_PYTHON: chosen } = process.env;
  const commands =
    chosen === undefined ? [...versions.map((version) => `python${version}`), ...managed(), ...usual()] : [chosen];
  const options = { packages: [clientPackage], folder: process.cwd(), timeout: 60_000 };
  const found = new Map<string, Interpreter>();
  for (const command of commands) {
    const probed = await probe({ kind: 'is', command, args: [], from: command }, options);
    if (probed.kind !== 'found') continue;
    const version = probed.version.split('.').slice(0, 2).join('.');
    if (!found.has(version)) found.set(version, probed);
  }
  return [...found.values()];
}

/** pyenv has programs on the path that run only one of the versions it has. */
function managed(): readonly string[] {
  const folder = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  try {
    return readdirSync(folder)
      .filter((name) => versions.some((version) => name.startsWith(`${version}.`)))
      .map((name) => join(folder, name, 'bin/python'));
  } catch {
    return [];
  }
}

function usual(): readonly string[] {
  return candidates({ platform: process.platform }).map(({ command }) => command);
}

/** One line in the report, where nothing else of it can be tried. */
export function saysWhenThereIsNone(): void {
  if (interpreters.length === 0)
    it('needs Python', { skip: 'There is no Python 3.11 or later on this machine.' }, () => {});
}
