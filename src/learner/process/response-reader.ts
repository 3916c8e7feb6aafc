import { messageOf } from '../../base/errors.ts';
import type { Limits, Run, Stopped } from '../learner-code.ts';
import type { Observation, Outcome, Thrown } from '../protocol.ts';
import { type Driver, located, type Program } from '../runtime.ts';
import { readAnswer } from './answer.ts';
import type { Heard } from './child.ts';
import type { Answer, Failure, Request } from './wire.ts';

/** What is to be known of a child to understand what it says. */
export interface ReadingContext {
  readonly limits: Limits;
  readonly driver: Driver;
  readonly program: Program;
}

/** Reads what a child says to one request, piece by piece, and knows when that was the end of it. */
export class ResponseReader {
  readonly #request: Request;
  readonly #context: ReadingContext;
  readonly #observations: Observation[] = [];
  #loaded = false;
  #printed = '';
  #printedNow = '';
  #bytes = 0;
  #errors = '';

  constructor(request: Request, context: ReadingContext) {
    this.#request = request;
    this.#context = context;
  }

  /** The run when this was the end of it. Nothing that a child says may throw here: it would be thrown at the host. */
  hear(heard: Heard): Run | undefined {
    try {
      return this.#hear(heard);
    } catch (failure) {
      return this.#garbled(messageOf(failure));
    }
  }

  #hear(heard: Heard): Run | undefined {
    const { limits } = this.#context;
    if (heard.kind === 'grown') return this.stopped({ kind: 'outOfMemory', limit: limits.memory });
    if (heard.kind === 'gone') return this.stopped(this.#endOf(heard));
    if (heard.kind === 'raw') {
      this.#bytes += heard.bytes;
      this.#errors += heard.text;
      this.#print(heard.text);
      return this.#bytes > limits.output ? this.stopped({ kind: 'tooMuchOutput', limit: limits.output }) : undefined;
    }
    const answer = readAnswer(heard.line);
    if (answer === undefined) return this.#garbled('A line arrived that no driver writes.');
    return this.#take(answer);
  }

  stopped(stopped: Stopped): Run {
    return {
      kind: 'stopped',
      stopped,
      during: this.#observations.length,
      observations: this.#observations,
      printed: this.#printed,
    };
  }

  #take(answer: Answer): Run | undefined {
    switch (answer.kind) {
      case 'printed':
        this.#print(answer.text);
        return undefined;
      case 'failed':
        return this.#failed(answer.how, answer.thrown);
      case 'ready':
        return this.#garbled('It said twice that it is ready.');
      case 'loaded':
        if (this.#loaded || answer.token !== this.#token(0)) return this.#forged();
        this.#loaded = true;
        this.#printedNow = '';
        return undefined;
      case 'observed':
        return this.#observed(answer);
      case 'done':
        if (this.#observations.length < this.#request.operations.length) return this.#forged();
        if (answer.token !== this.#token(this.#observations.length + 1)) return this.#forged();
        return { kind: 'completed', observations: this.#observations, printed: this.#printed };
    }
  }

  #observed({ token, index, outcome }: Answer & { readonly kind: 'observed' }): Run | undefined {
    const expected = this.#observations.length;
    if (!this.#loaded || index !== expected || token !== this.#token(expected + 1)) return this.#forged();
    this.#observations.push({ index, outcome: this.#outcome(outcome), printed: this.#printedNow });
    this.#printedNow = '';
    return undefined;
  }

  /** No answer carries the token of a place that has none. */
  #token(place: number): string | symbol {
    return this.#request.tokens[place] ?? Symbol('none');
  }

  #outcome(outcome: Outcome): Outcome {
    const { program } = this.#context;
    if (outcome.kind === 'threw') return { ...outcome, thrown: located(outcome.thrown, program) };
    return outcome.kind === 'noted'
      ? { ...outcome, writes: outcome.writes.map((write) => located(write, program)) }
      : outcome;
  }

  /** A file the runtime could not compile kept the run from starting, just as one that could not be made ready. */
  #failed(how: Failure, thrown: Thrown): Run {
    const { program } = this.#context;
    const problem = how === 'loadFailed' ? program.problemIn(thrown) : undefined;
    if (problem !== undefined) return { kind: 'couldNotRun', problem };
    return this.stopped({ kind: how, thrown: located(thrown, program) });
  }

  #print(text: string): void {
    this.#printed += text;
    this.#printedNow += text;
  }

  #endOf({ code, signal }: Heard & { readonly kind: 'gone' }): Stopped {
    const { driver, limits } = this.#context;
    return driver.ranOutOfMemory(this.#errors)
      ? { kind: 'outOfMemory', limit: limits.memory }
      : { kind: 'exited', code, signal };
  }

  #forged(): Run {
    return this.#garbled('An answer arrived that did not come from the driver.');
  }

  #garbled(message: string): Run {
    return this.stopped({ kind: 'garbled', message });
  }
}
