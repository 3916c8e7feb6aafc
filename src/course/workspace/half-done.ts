import { messageOf } from '../../base/errors.ts';

/** Changes could be neither carried out nor taken back; what went wrong is in the message. */
export class HalfDone extends Error {
  constructor(failure: unknown, second: unknown) {
    super(`${messageOf(failure)}; then ${messageOf(second)}`);
    this.name = 'HalfDone';
  }
}
