import { parseArgs } from 'node:util';
import { benchPersistent } from './store/persistent.ts';
import { persistentEvents } from './store/sample.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });

console.log(
  `${persistentEvents.toLocaleString('en')} messages of a persistent subscription, each acknowledged by itself. Ratios are the no-op server's time over ours.`,
);
await benchPersistent([1, 4, 16], Number(values.rounds));
