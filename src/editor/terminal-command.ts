import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type * as vscode from 'vscode';

export interface TerminalCommandParts {
  /** Ours alone, in any window; made where it isn't there. */
  readonly folder: string;
  /** What runs the program: the editor's own executable is a Node when it is told so. */
  readonly execPath: string;
  /** The bundled command line. */
  readonly cliPath: string;
}

/** Puts `ground-up` on the PATH of the terminals that are opened from now on: no Node has to be installed. */
export async function provideTerminalCommand(
  variables: vscode.EnvironmentVariableCollection,
  parts: TerminalCommandParts,
): Promise<void> {
  await writeCommand(parts);
  variables.prepend('PATH', `${parts.folder}${delimiter}`);
}

/** Both kinds, for a POSIX shell may be had on Windows too. Written anew only where something else stands there. */
export async function writeCommand({ folder, execPath, cliPath }: TerminalCommandParts): Promise<void> {
  await mkdir(folder, { recursive: true });
  await keepFile(join(folder, 'ground-up'), forShell(execPath, cliPath));
  await keepFile(join(folder, 'ground-up.cmd'), forCommandPrompt(execPath, cliPath));
}

async function keepFile(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) return;
  await writeFile(file, text);
  await chmod(file, 0o755);
}

function forShell(execPath: string, cliPath: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec ${quoted(execPath)} --disable-warning=ExperimentalWarning ${quoted(cliPath)} "$@"\n`;
}

/** A name with a percent sign in it would be taken for a variable. */
function forCommandPrompt(execPath: string, cliPath: string): string {
  const quoted = (text: string) => `"${text.replaceAll('%', '%%')}"`;
  return `@echo off\r\nsetlocal\r\nset ELECTRON_RUN_AS_NODE=1\r\n${quoted(execPath)} --disable-warning=ExperimentalWarning ${quoted(cliPath)} %*\r\n`;
}
