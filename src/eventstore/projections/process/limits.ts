import { maximumAppendSize } from '../../local/append-size.ts';
import type { ProcessLimits } from '../protocol.ts';

/** What a projection's code may take before its projection is faulted. A state has to fit into one append. */
export const defaultLimits: ProcessLimits = {
  time: 5_000,
  memory: 128,
  state: maximumAppendSize - 16_384,
  emittedEvents: 10_000,
  emittedBytes: 4 * 1024 * 1024,
};
