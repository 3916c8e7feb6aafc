import { execFile } from 'node:child_process';
import * as v from 'valibot';
import { childEnvironment } from '../../process/child-environment.ts';
import { type Candidate, pathWithoutStubs } from './candidates.ts';
import type { Interpreter } from './interpreter.ts';

/** `StrEnum`, and places of errors to the column, are there from here on. */
const oldest = [3, 11] as const;

/** What came of trying one candidate. */
export type Probed =
  | Interpreter
  /** There is no such command. */
  | { readonly kind: 'absent' }
  /** `what` is read after the interpreter's name: `is Python 3.9.18, and at least 3.11 is needed` */
  | { readonly kind: 'unfit'; readonly name: string; readonly what: string };

export interface ProbeOptions {
  /** Asked for by the name they are imported by. */
  readonly packages: readonly string[];
  readonly folder: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Written so that any Python understands it. */
const question = `
import json, sys
try:
    from importlib.util import find_spec
except ImportError:
    find_spec = None
lacking = [name for name in sys.argv[1:] if find_spec is None or find_spec(name) is None]
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps({"executable": sys.executable, "base": base, "version": list(sys.version_info[:3]), "lacking": lacking}))
`;

const answer = v.object({
  executable: v.pipe(v.string(), v.nonEmpty()),
  base: v.string(),
  version: v.tuple([v.number(), v.number(), v.number()]),
  lacking: v.array(v.string()),
});

/** Asks a candidate which Python it is and what it has. */
export async function probe(candidate: Candidate, options: ProbeOptions): Promise<Probed> {
  const { command, args } = candidate;
  if (candidate.kind === 'is') return ask(command, args, options);
  const told = await output(command, args, options);
  const path = told.kind === 'said' ? told.text.trim() : '';
  return path === '' ? { kind: 'absent' } : ask(path, [], options);
}

async function ask(command: string, args: readonly string[], options: ProbeOptions): Promise<Probed> {
  const said = await output(command, [...args, '-E', '-B', '-c', question, ...options.packages], options);
  if (said.kind === 'absent') return said;
  if (said.kind === 'failed') return { kind: 'unfit', name: command, what: said.what };
  const read = v.safeParse(answer, parsed(said.text));
  if (!read.success) return { kind: 'unfit', name: command, what: 'does not answer as a Python does' };
  const { executable, base, version, lacking } = read.output;
  const text = version.join('.');
  if (version[0] < oldest[0] || (version[0] === oldest[0] && version[1] < oldest[1])) {
    return { kind: 'unfit', name: executable, what: `is Python ${text}, and at least ${oldest.join('.')} is needed` };
  }
  return { kind: 'found', executable, base, version: text, lacking };
}

type Said = { kind: 'said'; text: string } | { kind: 'absent' } | { kind: 'failed'; what: string };

function output(command: string, args: readonly string[], { folder, timeout }: ProbeOptions): Promise<Said> {
  const { PATH = '', HOME, APPDATA, LOCALAPPDATA } = process.env;
  const own = { HOME, APPDATA, LOCALAPPDATA, PATH: pathWithoutStubs(PATH, process.platform) };
  const known = Object.entries(own).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const env = childEnvironment(Object.fromEntries(known));
  const how = { cwd: folder, env, timeout, killSignal: 'SIGKILL', windowsHide: true } as const;
  return new Promise((resolve) => {
    execFile(command, args, how, (failure, stdout, stderr) => {
      if (failure === null) return resolve({ kind: 'said', text: stdout });
      if (failure.code === 'ENOENT') return resolve({ kind: 'absent' });
      const why = stderr.trim().split('\n').at(-1) || failure.message.split('\n')[0];
      const what = failure.killed ? `did not answer within ${timeout / 1000} seconds` : `could not be run: ${why}`;
      resolve({ kind: 'failed', what });
    });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
