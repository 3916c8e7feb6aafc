import { call, domain, make, sourceRunner } from './runners.ts';

/** A host that runs a learner's endless loop and keeps another child waiting, to be killed by a test. */
const runner = sourceRunner();
const source = `export class Game { play() { console.log('looping'); for (;;); } }`;
const session = await runner.open({ files: domain(source), limits: { time: 60_000 } });
await session.perform([make]);
void session.perform([call('play')]);
setTimeout(() => process.stdout.write('looping\n'), 300);
