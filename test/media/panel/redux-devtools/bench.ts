/// <reference types="node" />
/**
 * The same number of actions in Redux DevTools' own inspector and slider, in the same browser as
 * the panel's bench. Run with `node test/media/panel/redux-devtools/bench.ts [COUNT …]`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { messageOf } from '../../../../src/base/errors.ts';
import { launchChromium } from '../../../../src/dev/chromium.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const counts = process.argv.slice(2).map(Number);
const patience = 60_000;

if (!existsSync(join(folder, 'node_modules'))) {
  spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
}
const { outputFiles } = await build({
  entryPoints: [join(folder, 'main.mjs')],
  bundle: true,
  write: false,
  minify: true,
  loader: { '.woff2': 'empty', '.css': 'empty' },
  define: { 'process.env.NODE_ENV': '"production"' },
});

const quantile = (values: readonly number[], at: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? 0;
const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(12);

for (const count of counts.length > 0 ? counts : [1_000, 10_000, 100_000]) {
  // A browser of its own each time: the last count may bring its page down.
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 380, height: 820 } });
  await page.setContent('<div id="root"></div>');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  const measured = page.evaluate(async (events) => {
    const call = (name: string, value: number): Promise<number> => Reflect.get(window, name)(value);
    const first = await call('begin', events);
    const seeks: number[] = [];
    for (let nth = 0; nth < 20; nth++) seeks.push(await call('seek', Math.floor(Math.random() * events)));
    const appends: number[] = [];
    for (let nth = 0; nth < 10; nth++) appends.push(await call('append', events + nth));
    return { first, seeks, appends };
  }, count);
  const late = new Promise<undefined>((done) => setTimeout(done, patience));
  const result = await Promise.race([measured.catch((thrown: unknown) => messageOf(thrown)), late]);
  console.log(`Redux DevTools, ${count} actions`);
  if (result === undefined) console.log(`  not done after ${patience / 1000} s`);
  else if (typeof result === 'string') console.log(`  came to no end: ${result.split('\n', 1)[0]}`);
  else {
    console.log(`  first paint ${ms(result.first)}`);
    console.log(`  seek, median and 95th ${ms(quantile(result.seeks, 0.5))} ${ms(quantile(result.seeks, 0.95))}`);
    console.log(`  append, median and 95th ${ms(quantile(result.appends, 0.5))} ${ms(quantile(result.appends, 0.95))}`);
  }
  await browser.close();
}
