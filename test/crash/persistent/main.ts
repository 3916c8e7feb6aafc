import { parseArgs } from 'node:util';
import { runPersistentCrashes } from './crashes.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '300' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const kills = Number(values.kills);

console.log(`Killing the server of a persistent subscription ${kills} times (seed ${seed}) …`);
const report = await runPersistentCrashes({
  kills,
  seed,
  progress: (done) => {
    if (done % 25 === 0) console.log(`  ${done} kills`);
  },
});
console.log(
  `${report.events} events over ${report.kills} kills: ${report.acknowledged} acknowledged, ${report.parked} parked.`,
);
console.log(
  `${report.repeated} acknowledged ones came again because the checkpoint had not come so far, at most ${report.mostRepeated} after one kill.`,
);
console.log(
  `${report.lost} lost, ${report.notParked} not among the parked, ${report.beforeCheckpoint} from before the checkpoint, ${report.twice} twice in one life.`,
);
if (report.lost + report.notParked + report.beforeCheckpoint + report.twice > 0) process.exitCode = 1;
