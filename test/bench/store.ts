import { parseArgs } from 'node:util';
import { benchInProcess } from './store/in-process.ts';
import { benchOverGrpc } from './store/over-grpc.ts';
import { benchReopening } from './store/reopening.ts';
import { milliseconds } from './store/statistics.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, events: { type: 'string', default: '1000000' } },
});
const rounds = Number(values.rounds);

console.log(
  `Ratios are the no-op server's time over ours, medians of ${rounds} paired rounds; 1 would be nothing on top of gRPC.`,
);
const roundTrip = await benchOverGrpc(rounds);
const insert = await benchInProcess(rounds);
const bound = roundTrip / (roundTrip + insert);
console.log(
  `One append at a time waits for ${milliseconds(roundTrip)} of gRPC and ${milliseconds(insert)} of this disk's own sync: on disk its ratio cannot be above ${bound.toFixed(2)} here.`,
);
await benchReopening(Number(values.events), 5);
