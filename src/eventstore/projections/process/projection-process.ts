import type { ChildProcess } from 'node:child_process';
import type { Disposable } from '../../../base/disposable.ts';
import type { ProcessAnswer, ProcessLimits, ProcessRequest } from '../protocol.ts';
import { parseAnswer } from './answers.ts';
import { startProgram } from './start.ts';

type Failed = Extract<ProcessAnswer, { readonly kind: 'failed' }>;

/** Milliseconds that an answer may take beside the time that the code has: a busy machine starts processes slowly. */
const patience = 30_000;

/** Characters of what the process wrote to standard error that are looked at. */
const kept = 10_000;

/** The process of one projection's code; disposing it kills it. */
export class ProjectionProcess implements Disposable {
  readonly #limits: ProcessLimits;
  readonly #child: ChildProcess;
  readonly #waiting: ((answer: ProcessAnswer) => void)[] = [];
  #errors = '';
  #ended: Failed | undefined;

  constructor(limits: ProcessLimits) {
    this.#limits = limits;
    this.#child = startProgram(limits.memory);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors = (this.#errors + text).slice(-kept);
    });
    this.#child.on('message', (message: unknown) => this.#waiting.shift()?.(parseAnswer(message)));
    this.#child.on('error', (error) => this.#end(`The process of the projection failed: ${error.message}`));
    // Not `exit`: what the process had to say may arrive after it.
    this.#child.on('close', (code, signal) => this.#end(this.#farewell(code, signal)));
  }

  /** Never rejects: whatever goes wrong is an answer too. */
  ask(request: ProcessRequest): Promise<ProcessAnswer> {
    if (this.#ended !== undefined) return Promise.resolve(this.#ended);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#giveUp(), this.#limits.time + patience);
      this.#waiting.push((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      // A process that just ended closes the channel; its end is told by `close`.
      this.#child.send(request, () => {});
    });
  }

  dispose(): void {
    this.#end('The projection was stopped.');
    this.#child.kill('SIGKILL');
  }

  #giveUp(): void {
    this.#end(`The projection’s code took longer than ${this.#limits.time} ms.`);
    this.#child.kill('SIGKILL');
  }

  #end(reason: string): void {
    this.#ended ??= { kind: 'failed', reason };
    for (const answer of this.#waiting.splice(0)) answer(this.#ended);
  }

  #farewell(code: number | null, signal: string | null): string {
    if (/heap out of memory|Reached heap limit|OOM/.test(this.#errors)) {
      return `The projection’s code used more than ${this.#limits.memory} MB of memory.`;
    }
    const last = this.#errors.trim().split('\n').at(-1) ?? '';
    return `The process of the projection ended by itself (${signal ?? `code ${code}`}). ${last}`.trim();
  }
}
