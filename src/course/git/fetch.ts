import { messageOf } from '../../base/errors.ts';
import type { Git } from './git.ts';

export type FetchOutcome =
  | { readonly kind: 'fetched' }
  /** What was in the way, and what to do about it. */
  | { readonly kind: 'failed'; readonly sentence: string };

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Of each remote; milliseconds. */
  readonly timeLimit?: number;
}

const defaultLimit = 30_000;

/**
 * Brings `refs/remotes` up to what every remote has now, and touches nothing else: no branch and no tag of one's own,
 * not `FETCH_HEAD`, whatever the remote's own settings say. Nobody is asked for a password: a remote that wants one is a
 * failure, and so is one that does not answer in time. Rejects when its signal aborts it.
 */
export async function fetchBranches(
  git: Git,
  { signal, timeLimit = defaultLimit }: FetchOptions,
): Promise<FetchOutcome> {
  const sentences: string[] = [];
  try {
    const remotes = (await git.text(['remote'], { signal })).split('\n').filter((name) => name !== '');
    if (remotes.length === 0) return { kind: 'failed', sentence: noRemote };
    const environment = { GIT_SSH_COMMAND: await sshCommand(git) };
    for (const remote of remotes) {
      try {
        await git.run(argumentsFor(remote), { environment, timeLimit, reachesOut: true, signal });
      } catch (error) {
        signal?.throwIfAborted();
        sentences.push(sentenceFor(remote, withoutSecrets(messageOf(error))));
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    sentences.push(messageOf(error));
  }
  return sentences.length === 0 ? { kind: 'fetched' } : { kind: 'failed', sentence: sentences.join(' ') };
}

/** The refspec is said outright: what a remote's settings name may be branches of one's own, and `--prune` deletes. */
function argumentsFor(remote: string): string[] {
  const quiet = ['--quiet', '--prune', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--refmap='];
  return ['fetch', ...quiet, '--', remote, `+refs/heads/*:refs/remotes/${remote}/*`];
}

/** The user's own way to call ssh, as git looks for it, told to ask for nothing. */
async function sshCommand(git: Git): Promise<string> {
  const command = process.env.GIT_SSH_COMMAND || (await git.ask(['config', '--get', 'core.sshCommand'])) || 'ssh';
  return `${command} ${/plink/i.test(command) ? '-batch' : '-o BatchMode=yes'}`;
}

/** Of what git says, the first line is the cause. */
function sentenceFor(remote: string, message: string): string {
  const cause = message.split(/ (?=(?:fatal|error): )/)[0]?.replace(/^(fatal|error): /, '') ?? message;
  return `Could not fetch from ${remote}: ${cause.replace(/\.?$/, '.')} ${remedyFor(remote, cause)}`;
}

function remedyFor(remote: string, cause: string): string {
  if (/could not read (Username|Password)|Authentication failed|Could not read from remote repository/i.test(cause)) {
    return `If it wants a password, have git remember it: run “git fetch ${remote}” once in a terminal, with a credential helper or an ssh agent. Nobody is asked while following.`;
  }
  if (/not appear to be a git repository|not found/i.test(cause)) {
    return `Is its address right? To see it, run “git remote get-url ${remote}” in a terminal.`;
  }
  if (/did not answer within/.test(cause)) return 'Is the network there?';
  return `To see more, run “git fetch ${remote}” in a terminal.`;
}

const noRemote =
  'There is no remote to fetch from, so only branches of this repository are followed. To follow a room, run “git remote add room ADDRESS” with the address that everybody pushes to.';

/** An address may hold a user name and a token, and a matrix is shown to a room. */
function withoutSecrets(message: string): string {
  return message.replaceAll(/\/\/[^/@\s']+@/g, '//');
}
