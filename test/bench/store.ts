import { parseArgs } from 'node:util';
import { benchInProcess } from './store/in-process.ts';
import { benchOverGrpc } from './store/over-grpc.ts';
import { benchReopening } from './store/reopening.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, events: { type: 'string', default: '1000000' } },
});
const rounds = Number(values.rounds);

console.log(
  `Ratios are the no-op server's time over ours, medians of ${rounds} paired rounds; 1 would be nothing on top of gRPC.`,
);
await benchOverGrpc(rounds);
await benchInProcess(rounds);
await benchReopening(Number(values.events), 5);
