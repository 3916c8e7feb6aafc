import { messageOf } from '../../../base/errors.ts';
import type { ChangeResult } from './change-result.ts';

/** Whatever goes wrong before anything was changed is told in a sentence. */
export async function refuseOnError(work: () => Promise<ChangeResult>): Promise<ChangeResult> {
  try {
    return await work();
  } catch (error) {
    return { kind: 'refused', sentence: messageOf(error) };
  }
}
