/// <reference types="node" />
/**
 * A wall of 1,000 notes: how long it takes from the host's message to the picture, and how even the frames are while a note
 * is dragged. Prints a table; run with `node test/media/wall/bench.ts [NOTES]`.
 */
import { launchChromium } from '../../../src/dev/chromium.ts';
import { largeWall } from '../../storming/walls.ts';
import { themes } from '../themes.ts';
import { bundlePage } from '../web-page.ts';
import { WallTestPage } from './wall-page.ts';

const count = Number(process.argv[2] ?? 1_000);
const openings = 7;
const [theme] = themes;
if (theme === undefined) throw new Error('There is no theme.');

const quantile = (values: readonly number[], at: number) =>
  [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? 0;
const ms = (value: number) => `${value.toFixed(1)} ms`;

const [browser, files] = await Promise.all([launchChromium(), bundlePage('wall')]);
try {
  const state = { type: 'state', state: { kind: 'wall', wall: largeWall(count), readOnly: false } };
  const opened: number[] = [];
  const worked: number[] = [];
  let wall = await WallTestPage.start(browser, files, { theme });
  for (let run = 0; run < openings; run++) {
    await wall.close();
    wall = await WallTestPage.start(browser, files, { theme });
    const busy = await busyTime(wall);
    opened.push(
      await wall.page.evaluate(async (message) => {
        const begun = performance.now();
        window.postMessage(message, '*');
        while (document.querySelector('wall-note') === null) await new Promise((done) => setTimeout(done));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - begun;
      }, state),
    );
    worked.push(await busy());
  }
  console.log(`${count} notes on the screen: median ${ms(quantile(opened, 0.5))}, slowest ${ms(Math.max(...opened))}`);
  console.log(`of which the page's own work: median ${ms(quantile(worked, 0.5))}, most ${ms(Math.max(...worked))}`);

  const busy = await busyTime(wall);
  const frames = await draggedFrames(wall);
  console.log(`a frame's own work: ${ms((await busy()) / frames.length)} on average`);
  console.log(
    `${frames.length} frames of a drag: median ${ms(quantile(frames, 0.5))}, 95th percentile ${ms(quantile(frames, 0.95))}, slowest ${ms(Math.max(...frames))}`,
  );
} finally {
  await browser.close();
}

/** Milliseconds of the processor that the page's main thread has taken since, however much else the machine does. */
async function busyTime({ page }: WallTestPage): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const begun = await taken();
  return async () => (await taken()) - begun;
}

/** Milliseconds from frame to frame while a note follows the mouse. */
async function draggedFrames({ page }: WallTestPage): Promise<readonly number[]> {
  const box = await page.locator('wall-note').nth(8).boundingBox();
  if (box === null) throw new Error('The note is not to be seen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last: number | undefined;
    const frame = (now: number) => {
      if (last !== undefined) frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { intervals: frames });
  });
  for (let move = 0; move < 240; move++) await page.mouse.move(x + 20 + ((move * 3) % 400), y + ((move * 2) % 200));
  const frames: number[] = await page.evaluate(() => Reflect.get(window, 'intervals'));
  await page.mouse.up();
  return frames;
}
