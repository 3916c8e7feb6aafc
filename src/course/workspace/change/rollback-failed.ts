import { messageOf } from '../../../base/errors.ts';

/** Changes could be neither carried out nor taken back; what went wrong is in the message. */
export class RollbackFailed extends Error {
  constructor(...failures: readonly unknown[]) {
    super(failures.map(messageOf).join('; then '));
    this.name = 'RollbackFailed';
  }
}
