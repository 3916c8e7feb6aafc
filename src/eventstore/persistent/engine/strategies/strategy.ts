import { assertNever } from '../../../../base/errors.ts';
import type { StrategyName } from '../../settings.ts';
import type { Consumer } from '../consumer.ts';
import type { Message } from '../message.ts';
import { Pinned } from './pinned.ts';
import { correlationOf, sourceStreamOf } from './pins.ts';
import { DispatchToSingle, RoundRobin } from './rotation.ts';

/** A way to share messages out. */
export interface Strategy {
  join(consumer: Consumer): void;
  leave(consumer: Consumer): void;
  /** Who is to have the message now; undefined when that one has no room. */
  choose(message: Message): Consumer | undefined;
  /** The consumer has the message no longer. */
  settled?(message: Message, consumer: Consumer): void;
}

export function strategyNamed(name: StrategyName): Strategy {
  switch (name) {
    case 'RoundRobin':
      return new RoundRobin();
    case 'DispatchToSingle':
      return new DispatchToSingle();
    case 'Pinned':
      return new Pinned(sourceStreamOf);
    case 'PinnedByCorrelation':
      return new Pinned((message) => correlationOf(message) ?? sourceStreamOf(message));
    default:
      return assertNever(name);
  }
}
