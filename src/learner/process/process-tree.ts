import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Every process of a run has this variable with the run's own mark, whatever group or session it moved to. */
export const markVariable = 'GROUND_UP_RUN';

/**
 * Ends a process (when it still is alive; its number may be somebody else's by now) and all it started; with a mark those too that no longer belong to it, which takes
 * a look at every process of the machine. Never throws.
 */
export function killTree(pid: number, alive: boolean, mark: string | undefined): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/PID', `${pid}`, '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => {});
    if (alive) kill(pid);
    return;
  }
  const started = mark === undefined ? [] : descendants(pid);
  kill(-pid);
  if (alive) kill(pid);
  for (const descendant of started) kill(descendant);
  // What was forking while it was looked for is found the second time.
  if (mark !== undefined) for (let round = 0; round < 3 && killMarked(mark) > 0; round++);
}

/** Processes of a run that are still there; Linux only, elsewhere none are found. */
function markedProcesses(mark: string): number[] {
  const wanted = `${markVariable}=${mark}`;
  return processes().filter((pid) => readProcess(pid, 'environ').split('\0').includes(wanted) && !isZombie(pid));
}

function killMarked(mark: string): number {
  const found = markedProcesses(mark);
  for (const pid of found) kill(pid);
  return found.length;
}

function descendants(root: number): number[] {
  const parents = new Map(processes().map((pid) => [pid, statusOf(pid).parent]));
  const found = [root];
  for (const ancestor of found) for (const [pid, parent] of parents) if (parent === ancestor) found.push(pid);
  return found.slice(1);
}

function processes(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

function isZombie(pid: number): boolean {
  return statusOf(pid).state === 'Z';
}

/** `/proc/PID/stat`: the command in parentheses may hold anything, so the fields are counted from its end. */
function statusOf(pid: number): { readonly state: string | undefined; readonly parent: number } {
  const stat = readProcess(pid, 'stat');
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state, parent: Number(parent) };
}

/** Empty for a process that is gone or not ours. */
function readProcess(pid: number, file: 'environ' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already, which is all that is wanted.
  }
}
