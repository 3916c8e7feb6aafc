import type { Disposable } from '../../base/disposable.ts';
import { type Git, GitError, type GitProcess } from './git.ts';

/** An object of the database: the bytes of a file, or a tree as git keeps it. */
export interface GitObject {
  readonly id: string;
  readonly content: Buffer;
}

/**
 * Reads objects of the database, one question after the other, from one process of git; starting
 * one for every tree takes longer than all the reading.
 */
export class ObjectReader implements Disposable {
  readonly #process: GitProcess;
  /** What git has said and nobody has taken yet. */
  #said: Buffer = Buffer.alloc(0);
  #ended = false;
  #heard = () => {};

  constructor(git: Git, signal?: AbortSignal) {
    this.#process = git.start(['cat-file', '--batch'], signal);
    const { output } = this.#process;
    output.on('data', (bytes: Buffer) => {
      this.#said = this.#said.length === 0 ? bytes : Buffer.concat([this.#said, bytes]);
      this.#heard();
    });
    output.on('close', () => {
      this.#ended = true;
      this.#heard();
    });
  }

  /**
   * The objects that these names mean, such as an id or `COMMIT^{tree}`, in their order; rejects when one is
   * missing. What is larger than `largest` bytes is passed over, and undefined here.
   */
  async read(names: readonly string[], largest = Number.POSITIVE_INFINITY): Promise<(GitObject | undefined)[]> {
    this.#process.input.write(names.map((name) => `${name}\n`).join(''));
    const objects: (GitObject | undefined)[] = [];
    for (const name of names) objects.push(await this.#next(name, largest));
    return objects;
  }

  dispose(): void {
    this.#process.dispose();
  }

  /** Git answers `ID TYPE SIZE`, the bytes and a newline; or `NAME missing`. */
  async #next(name: string, largest: number): Promise<GitObject | undefined> {
    const [id = '', , length] = (await this.#line()).split(' ');
    if (length === undefined) throw new GitError('failed', `the object ${name} is missing from the repository.`);
    const size = Number(length);
    if (size > largest) return this.#skip(size + 1);
    return { id, content: (await this.#take(size + 1)).subarray(0, size) };
  }

  async #line(): Promise<string> {
    while (!this.#said.includes(newline)) await this.#more();
    return (await this.#take(this.#said.indexOf(newline) + 1)).toString('latin1').trimEnd();
  }

  async #take(size: number): Promise<Buffer> {
    while (this.#said.length < size) await this.#more();
    const taken = this.#said.subarray(0, size);
    this.#said = this.#said.subarray(size);
    return taken;
  }

  async #skip(size: number): Promise<undefined> {
    for (let left = size; left > 0; ) {
      if (this.#said.length === 0) await this.#more();
      left -= (await this.#take(Math.min(left, this.#said.length))).length;
    }
  }

  async #more(): Promise<void> {
    if (this.#ended) throw await this.#process.failure();
    await new Promise<void>((resolve) => {
      this.#heard = resolve;
    });
  }
}

const newline = '\n'.charCodeAt(0);
