import { parseArgs } from 'node:util';
import { runCrashes } from './crashes.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '300' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const kills = Number(values.kills);

console.log(`Killing the store's process ${kills} times (seed ${seed}) …`);
const report = await runCrashes({
  kills,
  seed,
  progress: (done) => {
    if (done % 25 === 0) console.log(`  ${done} kills`);
  },
});
console.log(`${report.acknowledged} events acknowledged over ${report.kills} kills.`);
console.log(
  `${report.unanswered} appends unanswered, of which ${report.storedUnanswered} had been stored; all were sent again.`,
);
console.log(`${report.lost} lost, ${report.partial} partial, ${report.gaps} gaps, ${report.duplicates} duplicates.`);
if (report.lost + report.partial + report.gaps + report.duplicates > 0) process.exitCode = 1;
