import { parseArgs } from 'node:util';
import { runCrashes } from './crashes.ts';
import { runDamage } from './damage/damaged-files.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    /** Damages so many files instead, as often left closed as left killed. */
    damage: { type: 'string' },
    seed: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);

if (values.damage === undefined) await kill(Number(values.kills));
else await damage(Number(values.damage));

async function kill(kills: number): Promise<void> {
  console.log(`Killing the store's process ${kills} times (seed ${seed}) …`);
  const report = await runCrashes({ kills, seed, progress: every(25, 'kills') });
  console.log(`${report.acknowledged} events acknowledged over ${report.kills} kills.`);
  console.log(
    `${report.unanswered} appends unanswered, of which ${report.storedUnanswered} had been stored; all were sent again.`,
  );
  console.log(`${report.lost} lost, ${report.partial} partial, ${report.gaps} gaps, ${report.duplicates} duplicates.`);
  if (report.lost + report.partial + report.gaps + report.duplicates > 0) process.exitCode = 1;
}

async function damage(files: number): Promise<void> {
  for (const left of ['closed', 'killed'] as const) {
    console.log(`Damaging ${files} files of a store that was ${left} (seed ${seed}) …`);
    const { told, untold, wrong } = await runDamage({ files, seed, left, progress: every(100, 'files') });
    console.log(`${told.opening} told at opening, ${told.read} at a read, ${told.remark} opened sound with a remark.`);
    console.log(`${untold} had nothing to tell: all that they gave was right. ${wrong.length} served something wrong.`);
    for (const one of wrong) console.log(`  ${one}`);
    if (wrong.length > 0 || (left === 'closed' && untold > 0)) process.exitCode = 1;
  }
}

function every(count: number, what: string): (done: number) => void {
  return (done) => {
    if (done % count === 0) console.log(`  ${done} ${what}`);
  };
}
