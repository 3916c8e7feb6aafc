import type { Disposable } from '../base/disposable.ts';
import { messageOf } from '../base/errors.ts';
import { answerIn } from './answers.ts';
import { type Child, type Heard, ranOutOfMemory } from './child.ts';
import { type ToOriginal, withFrames } from './frames.ts';
import type { Limits, Run, Stopped } from './learner-code.ts';
import type { Frame, Observation, Outcome } from './protocol.ts';
import type { Answer, Failure, RawOutcome, RawThrown, Request } from './wire.ts';

export interface Conversation {
  readonly request: Request;
  readonly limits: Limits;
  readonly toOriginal: ToOriginal;
  /** Where the program is that the runtime would not compile. */
  readonly compileError: () => Frame | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks a child one request and hears it out. Only an answer that carries the token it must carry at its place counts:
 * whatever else arrives is either what the learner's code printed or makes the run `garbled`.
 * Rejects only when the signal says so. The child is not ended here.
 */
export function converse(child: Child, conversation: Conversation): Promise<Run> {
  const { request, limits, signal } = conversation;
  return new Promise((resolve, reject) => {
    const account = new Account(conversation);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      listening.dispose();
      signal?.removeEventListener('abort', abort);
      settle();
    };
    const abort = () => finish(() => reject(signal?.reason));
    const timer = setTimeout(() => {
      finish(() => resolve(account.stopped({ kind: 'timedOut', limit: limits.time })));
    }, limits.time);
    const listening = child.heard((heard) => {
      const run = account.hear(heard);
      if (run !== undefined) finish(() => resolve(run));
    });
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) return abort();
    child.send(request);
  });
}

/** Hears a child between two requests, when nothing is asked and only an end can come. */
export function overhear(
  child: Child,
  context: Pick<Conversation, 'limits' | 'toOriginal'>,
  ended: (stopped: Stopped) => void,
): Disposable {
  const account = new Account({ ...context, request: nothingAsked, compileError: () => undefined });
  const listening = child.heard((heard) => {
    const run = account.hear(heard);
    if (run?.kind !== 'stopped') return;
    listening.dispose();
    ended(run.stopped);
  });
  return listening;
}

const nothingAsked: Request = { tokens: [], environment: {}, modules: [], places: {}, operations: [] };

/** What has been heard of one request so far. */
class Account {
  readonly #conversation: Conversation;
  readonly #observations: Observation[] = [];
  #loaded = false;
  #printed = '';
  #printedNow = '';
  #bytes = 0;
  #errors = '';

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
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
    const { limits } = this.#conversation;
    if (heard.kind === 'grown') return this.stopped({ kind: 'outOfMemory', limit: limits.memory });
    if (heard.kind === 'gone') return this.stopped(this.#endOf(heard));
    if (heard.kind === 'raw') {
      this.#bytes += heard.bytes;
      this.#errors += heard.text;
      this.#print(heard.text);
      return this.#bytes > limits.output ? this.stopped({ kind: 'tooMuchOutput', limit: limits.output }) : undefined;
    }
    const answer = answerIn(heard.line);
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
        if (this.#observations.length < this.#conversation.request.operations.length) return this.#forged();
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
    return this.#conversation.request.tokens[place] ?? Symbol('none');
  }

  #outcome(outcome: RawOutcome): Outcome {
    if (outcome.kind !== 'threw') return outcome;
    return { kind: 'threw', thrown: withFrames(outcome.thrown, this.#conversation.toOriginal) };
  }

  /** A file the runtime could not compile kept the run from starting, just as one that could not be transformed. */
  #failed(how: Failure, raw: RawThrown): Run {
    const at = how === 'loadFailed' && raw.name === 'SyntaxError' ? this.#conversation.compileError() : undefined;
    if (at !== undefined) return { kind: 'couldNotRun', problem: { kind: 'syntaxError', at, message: raw.message } };
    return this.stopped({ kind: how, thrown: withFrames(raw, this.#conversation.toOriginal) });
  }

  #print(text: string): void {
    this.#printed += text;
    this.#printedNow += text;
  }

  #endOf({ code, signal }: Heard & { readonly kind: 'gone' }): Stopped {
    const memory = ranOutOfMemory(this.#errors);
    return memory ? { kind: 'outOfMemory', limit: this.#conversation.limits.memory } : { kind: 'exited', code, signal };
  }

  #forged(): Run {
    return this.#garbled('An answer arrived that did not come from the driver.');
  }

  #garbled(message: string): Run {
    return this.stopped({ kind: 'garbled', message });
  }
}
