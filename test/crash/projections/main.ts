import { parseArgs } from 'node:util';
import { runProjectionCrashes } from './crashes.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const kills = Number(values.kills);

console.log(`Killing the server of projections ${kills} times (seed ${seed}) …`);
const report = await runProjectionCrashes({
  kills,
  seed,
  progress: (done) => {
    if (done % 25 === 0) console.log(`  ${done} kills`);
  },
});
console.log(`${report.events} events over ${report.kills} kills; ${report.continued} times from a checkpoint.`);
console.log(
  `${report.wrongPartitions} partitions with a state that no fold from zero gives; whole state ${report.wrongWhole ? 'wrong' : 'right'}, emitted events ${report.wrongEmitted ? 'wrong' : 'right'}.`,
);
if (report.wrongPartitions > 0 || report.wrongWhole || report.wrongEmitted) process.exitCode = 1;
