import { gameStream } from '../../application/event-mapping.ts';
import { stringOf } from '../../course/observed.ts';
import { connect, createRepository } from '../../course/scenario.ts';
import type { GameCommand } from '../../domain/commands.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Operation, Outcome, Thrown } from '../../learner/protocol.ts';
import type { Problem } from '../../panel/contract.ts';
import type { Failure } from '../../timeline/entry.ts';
import { type Answer, ask, failureOf, isSlip, membersOf } from './asking.ts';
import { methodCallOf } from './game-command.ts';
import { eventsIn } from './observed-game.ts';

/** What became of a command that was to be stored. */
export type Kept =
  | { readonly kind: 'kept'; readonly stream: string }
  /** The command threw, so nothing was added. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly slip: boolean }
  /** It recorded no event, so there was nothing to add. */
  | { readonly kind: 'silent' }
  /** Something else than the command went wrong. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** The learner has no repository yet. */
  | { readonly kind: 'none' };

const module = 'persistence/event-store-db';

/**
 * The learner's own `GameRepository` on a store, used as their application uses it: bring the game back, give it the
 * command, add it. Each time in a process of its own, so that whatever it does, the game in memory lives on.
 */
export class LearnerRepository {
  readonly #openCode: () => Promise<LearnerSession>;

  /** `openCode` gives code that is told where the store is. */
  constructor(openCode: () => Promise<LearnerSession>) {
    this.#openCode = openCode;
  }

  /** A new game that goes through these commands and is added to the store. */
  begin(commands: readonly GameCommand[]): Promise<Kept> {
    return this.#using(async (session) => {
      // What is refused once more leaves no trace, as it did before.
      const begun = await ask(session, [
        { op: 'create', as: 'game', module: 'domain/game', name: 'Game', args: [] },
        ...commands.map(commandOperation),
        { op: 'read', on: 'game', names: ['id'] },
      ]);
      if (begun.kind === 'problem') return failed(begun.problem);
      const [id] = membersOf(begun.outcomes.at(-1));
      const text = id === undefined ? undefined : stringOf(id.value);
      return text === undefined ? failed(noId) : added(await this.#add(session), text);
    });
  }

  /** Brings a stored game back, and adds what the command made of it. */
  command(gameId: string, command: GameCommand): Promise<Kept> {
    return this.#using(async (session) => {
      const got = await ask(session, [
        { op: 'call', on: 'repository', name: 'get', args: [{ value: gameId }], as: 'game' },
        { op: 'read', on: 'game' },
      ]);
      const [brought, before] = got.kind === 'answered' ? got.outcomes : [];
      const problem = problemIn(got, brought, 'get');
      if (problem !== undefined) return failed(problem);
      const asked = await ask(session, [commandOperation(command), { op: 'read', on: 'game' }]);
      if (asked.kind === 'problem') return failed(asked.problem);
      const [called, now] = asked.outcomes;
      if (called?.kind === 'threw')
        return { kind: 'refused', failure: failureOf(called.thrown), slip: isSlip(called.thrown) };
      if (recordedIn(now) <= recordedIn(before)) return { kind: 'silent' };
      return added(await this.#add(session), gameId);
    });
  }

  async #add(session: LearnerSession): Promise<Problem | undefined> {
    const answer = await ask(session, [{ op: 'call', on: 'repository', name: 'add', args: [{ kept: 'game' }] }]);
    return problemIn(answer, answer.kind === 'answered' ? answer.outcomes[0] : undefined, 'add');
  }

  async #using(use: (session: LearnerSession) => Promise<Kept>): Promise<Kept> {
    const session = await this.#openCode();
    try {
      const looked = await ask(session, [
        { op: 'exports', module: 'domain/game' },
        { op: 'exports', module },
      ]);
      if (looked.kind === 'problem') return failed(looked.problem);
      const exported = looked.outcomes[1];
      if (exported?.kind !== 'exported' || !exported.names.includes('GameRepository')) return { kind: 'none' };
      const made = await ask(session, [connect('client'), createRepository('repository', 'client')]);
      const problem = problemIn(made, made.kind === 'answered' ? made.outcomes[1] : undefined, 'constructor');
      return problem === undefined ? await use(session) : failed(problem);
    } finally {
      session.dispose();
    }
  }
}

function commandOperation(command: GameCommand): Operation {
  const { method, args } = methodCallOf(command);
  return { op: 'call', on: 'game', name: method, args: args.map((value) => ({ value })) };
}

function recordedIn(read: Outcome | undefined): number {
  return eventsIn(membersOf(read)).events.length;
}

function added(problem: Problem | undefined, gameId: string): Kept {
  return problem === undefined ? { kind: 'kept', stream: gameStream(gameId) } : failed(problem);
}

function failed(problem: Problem): Kept {
  return { kind: 'failed', problem };
}

/** What kept a method of the repository from being done. */
function problemIn(answer: Answer, called: Outcome | undefined, method: string): Problem | undefined {
  if (answer.kind === 'problem') return answer.problem;
  if (called?.kind === 'threw') return threw(called.thrown, method);
  if (called?.kind !== 'missing') return undefined;
  return { headline: `Your GameRepository has no ${method} yet.`, why: nothingStored, place: null };
}

function threw(thrown: Thrown, method: string): Problem {
  const { name, message, place } = failureOf(thrown);
  return {
    headline: `Your GameRepository’s ${method} threw ${name}: ${message}`,
    why: nothingStored,
    place: place ?? null,
  };
}

const nothingStored = 'The store has what it had before.';
const noId: Problem = {
  headline: 'Your Game has no id, so there is no stream for it.',
  why: 'The stream of a game is called game- and its id.',
  place: null,
};
