import { runProgram } from '../program.ts';
import { root } from '../root.ts';

/** The first VS Code that can run the companion; package.json's `engines` says the same. */
const oldest = [1, 106] as const;

/** What opens the desktop VS Code, or why it is not used, in words that end a sentence. */
export type Desktop = { readonly kind: 'there' } | { readonly kind: 'unusable'; readonly why: string };

export async function findDesktop(): Promise<Desktop> {
  const answer = await runCode(['--version']).catch(() => undefined);
  if (answer === undefined) return { kind: 'unusable', why: 'there is no "code" on the PATH' };
  const version = answer.output.match(/^(\d+)\.(\d+)\.\d+/m);
  if (answer.code !== 0 || version === null) return { kind: 'unusable', why: '"code --version" did not work' };
  const [found, major, minor] = version;
  const isNewEnough = Number(major) > oldest[0] || (Number(major) === oldest[0] && Number(minor) >= oldest[1]);
  if (isNewEnough) return { kind: 'there' };
  return { kind: 'unusable', why: `VS Code ${found} is older than ${oldest.join('.')}` };
}

/** Opens a window of its own with the companion running from this folder. */
export async function openInDesktop(folder: string): Promise<void> {
  const { code, output } = await runCode([`--extensionDevelopmentPath=${root}`, '--new-window', folder]);
  if (code !== 0) throw new Error(`VS Code could not be opened:\n${output.trim()}`);
}

/** On Windows `code` is a batch file, which only a shell can start. */
function runCode(args: readonly string[]) {
  const windows = process.platform === 'win32';
  return windows ? runProgram('cmd.exe', ['/d', '/c', 'code', ...args]) : runProgram('code', args);
}
