import { homedir, userInfo } from 'node:os';
import type { Person } from './without-secrets.ts';

/** Whoever this process runs for. A user that the system has no entry of, as in some containers, has no name. */
export function thisPerson(): Person {
  return { home: homedir(), user: userName() };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
