import { tmpdir } from 'node:os';
import { clientPackage } from '../wire.ts';
import { candidates, type Places } from './candidates.ts';
import type { InterpreterResult } from './interpreter.ts';
import { probe } from './probe.ts';

export interface FindInterpreterOptions extends Omit<Places, 'platform'> {
  /** How long each may take to answer, milliseconds. */
  readonly timeout?: number;
}

/** The first interpreter that will do, or what is wrong with each of those that are there. */
export async function findInterpreter({
  timeout = 10_000,
  ...places
}: FindInterpreterOptions): Promise<InterpreterResult> {
  const options = { packages: [clientPackage], folder: places.workspace ?? tmpdir(), timeout };
  const unfit: string[] = [];
  for (const candidate of candidates({ ...places, platform: process.platform })) {
    const probed = await probe(candidate, options);
    if (probed.kind === 'found') return probed;
    if (probed.kind === 'unfit') unfit.push(`${probed.name} ${probed.what}.`);
    else if (places.chosen !== undefined) unfit.push(`There is no ${candidate.command}, named by ${candidate.from}.`);
  }
  const looked = unfit.length === 0 ? 'There is no Python on this machine.' : unfit.join(' ');
  const advice = 'Install Python 3.11 or later from python.org, or name one that is there.';
  return { kind: 'none', message: `${looked} ${advice}` };
}
