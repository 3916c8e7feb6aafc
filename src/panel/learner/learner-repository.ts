import { connect } from '../../course/scenario.ts';
import { type CommandData, streamOf } from '../../domain/aggregate.ts';
import type { LearnerSession } from '../../learner/learner-code.ts';
import type { Outcome, Thrown } from '../../learner/protocol.ts';
import type { Problem } from '../../pages/panel/state.ts';
import type { EventSeen } from '../../timeline/entry.ts';
import type { Reference } from '../../timeline/reference.ts';
import type { OwnCode } from '../own-code.ts';
import type { CommandStore, StoringResult } from './command-store.ts';
import { idIn } from './identity.ts';
import { type Answer, ask, failureOf, isSlip, membersOf } from './learner-queries.ts';
import { eventsIn } from './observed-events.ts';
import { create, give, read } from './operations.ts';

/**
 * The learner's own repository on a store, used as their application uses it: bring the aggregate back, give it the
 * command, add it. Each time in a process of its own, so that whatever it does, the one in memory lives on.
 */
export class LearnerRepository implements CommandStore {
  readonly #code: OwnCode;
  readonly #reference: Reference;
  /** What the aggregate is kept as in the learner's process. */
  readonly #one: string;

  /** The code has to be told where the store is. */
  constructor(code: OwnCode) {
    this.#code = code;
    this.#reference = code.aggregate.reference;
    this.#one = this.#reference.words.one;
  }

  begin(commands: readonly CommandData[]): Promise<StoringResult> {
    return this.#using(async (session) => {
      // What is refused once more leaves no trace, as it did before.
      const begun = await ask(session, [
        create(this.#reference.code, this.#one),
        ...commands.map((command) => this.#giving(command)),
        read(this.#one),
      ]);
      if (begun.kind === 'problem') return failed(begun.problem);
      const members = membersOf(begun.outcomes.at(-1));
      const id = idIn(members);
      return id === undefined ? failed(this.#noId()) : this.#add(session, id, eventsIn(members).events);
    });
  }

  command(id: string, command: CommandData): Promise<StoringResult> {
    return this.#using(async (session) => {
      const got = await ask(session, [
        { op: 'call', on: 'repository', name: 'get', args: [{ value: id }], as: this.#one },
        read(this.#one),
      ]);
      const [brought, before] = got.kind === 'answered' ? got.outcomes : [];
      const problem = this.#problemIn(got, brought, 'get');
      if (problem !== undefined) return failed(problem);
      const asked = await ask(session, [this.#giving(command), read(this.#one)]);
      if (asked.kind === 'problem') return failed(asked.problem);
      const [called, now] = asked.outcomes;
      if (called?.kind === 'threw')
        return { kind: 'refused', failure: failureOf(called.thrown), slip: isSlip(called.thrown) };
      const recorded = recordedIn(now).slice(recordedIn(before).length);
      return recorded.length === 0 ? { kind: 'silent' } : this.#add(session, id, recorded);
    });
  }

  #giving(command: CommandData) {
    return give(this.#reference.commands, command, this.#one);
  }

  async #add(session: LearnerSession, id: string, events: readonly EventSeen[]): Promise<StoringResult> {
    const answer = await ask(session, [{ op: 'call', on: 'repository', name: 'add', args: [{ kept: this.#one }] }]);
    const problem = this.#problemIn(answer, answer.kind === 'answered' ? answer.outcomes[0] : undefined, 'add');
    return problem === undefined ? { kind: 'stored', stream: streamOf(this.#reference, id), events } : failed(problem);
  }

  async #using(use: (session: LearnerSession) => Promise<StoringResult>): Promise<StoringResult> {
    const { module: aggregate, repository } = this.#reference.code;
    const session = await this.#code.open();
    try {
      const looked = await ask(session, [
        { op: 'exports', module: aggregate },
        { op: 'exports', module: repository.module },
      ]);
      if (looked.kind === 'problem') return failed(looked.problem);
      const exported = looked.outcomes[1];
      if (exported?.kind !== 'exported' || !exported.names.includes(repository.name)) return { kind: 'none' };
      const made = await ask(session, [
        connect('client'),
        { op: 'create', as: 'repository', ...repository, args: [{ kept: 'client' }] },
      ]);
      const problem = this.#problemIn(made, made.kind === 'answered' ? made.outcomes[1] : undefined, 'constructor');
      return problem === undefined ? await use(session) : failed(problem);
    } finally {
      session.dispose();
    }
  }

  /** What kept a method of the repository from being done. */
  #problemIn(answer: Answer, called: Outcome | undefined, method: string): Problem | undefined {
    const { name } = this.#reference.code.repository;
    if (answer.kind === 'problem') return answer.problem;
    if (called?.kind === 'threw') return threw(called.thrown, `Your ${name}’s ${method}`);
    if (called?.kind !== 'missing') return undefined;
    return { headline: `Your ${name} has no ${method} yet.`, why: nothingStored, location: null };
  }

  #noId(): Problem {
    const { code, words, category } = this.#reference;
    return {
      headline: `Your ${code.name} has no id, so there is no stream for it.`,
      why: `The stream of a ${words.one} is called ${category}- and its id.`,
      location: null,
    };
  }
}

function recordedIn(seen: Outcome | undefined): readonly EventSeen[] {
  return eventsIn(membersOf(seen)).events;
}

function failed(problem: Problem): StoringResult {
  return { kind: 'failed', problem };
}

function threw(thrown: Thrown, what: string): Problem {
  const { name, message, location } = failureOf(thrown);
  return { headline: `${what} threw ${name}: ${message}`, why: nothingStored, location: location ?? null };
}

const nothingStored = 'The store has what it had before.';
